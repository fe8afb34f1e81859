package io.caravan.channel.callback;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CallbackTargetTests {

    private static final Set<Integer> PORTS = Set.of(80, 443, 8080, 8443);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://shop.example/callbacks?token=1",
                "HTTPS://shop.example:8443",
                "https://1.1.1.1/",
                "https://[2606:4700::1111]:443/",
                "https://127.0.0.1/judged-by-its-address"
            })
    void aUrlOfTheUsualForm(String url) {
        assertThat(CallbackTarget.of(url, PORTS, false, Set.of()).uri()).hasToString(url);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "shop.example",
                "//shop.example/",
                "https:///path",
                "https://",
                "https://shop .example/",
                "https://a_b\\@c/",
                "ftp://shop.example/",
                "http://shop.example/",
                "http://127.0.0.1/",
                "https://user@shop.example/",
                "https://user:secret@shop.example/",
                "https://shop.example/#x",
                "https://shop.example:22/",
                "https://shop.example:0/",
                "https://shop.example:65536/",
                "https://2130706433/",
                "https://0x7f000001/",
                "https://0177.0.0.1/",
                "https://0x7f.0.0.1/",
                "https://127.1/",
                "https://127.0.1/",
                "https://017700000001/",
                "https://1.1.1.1./",
                "https://256.1.1.1/",
                "https://shop.example.0x1/",
                "https://[fe80::1%25eth0]/",
                "https://127.0.0.1.",
                "https://127.0.0.1./",
                "https://1.1.1.1..//",
                "https://shop.example../",
                "https://./",
                "https://%31%32%37.0.0.1/",
                "https://127%2e0.0.1/",
                "https://shop.example%00.evil.example/",
                "https://\u2460\u2461\u2466.0.0.1/",
                "https://\uff11\uff12\uff17.0.0.1/",
                "https://\u0661\u0662\u0667.0.0.1/",
                "https://127\u30020\u30020\u30021/",
                "https://127\uff0e0.0.1/",
                "https://shop.example\\@127.0.0.1/",
                "https://shop.example:443@127.0.0.1/",
                "https://@127.0.0.1/",
                "https://:@127.0.0.1/",
                "https://shop.example:443:22/",
                "https://shop.example:+443/",
                "https://shop.example:-443/",
                "https://shop.example: 443/",
                "https://shop.example\t/",
                "https://shop.example\r\nX: y/",
                "https://[::1/",
                "https://[::ffff:127.0.0.1",
                "https://::1/",
                "https://[::1%lo]/",
                "https://[v1.a]/",
                "https://0x7f.1/",
                "https://0x/",
                "https://00/",
                "https://1.2.3.4.5/",
                "https://01.1.1.1/",
                "https://1.1.1.01/",
                "https:shop.example/",
                "https:/shop.example/",
                "https:\\\\shop.example/",
                " https://shop.example/",
                "javascript://shop.example/",
                "file:///etc/passwd",
                "jar:https://x.example!/"
            })
    void anythingElseIsRefused(String url) {
        assertThatThrownBy(() -> CallbackTarget.of(url, PORTS, false, Set.of()))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"http://localhost:9099/", "http://127.0.0.1:1234/", "http://[::1]:8090/x", "https://localhost:1/"
            })
    void inTheSandboxThisMachineIsReachedOnAnyPortAndWithoutTls(String url) {
        assertThat(CallbackTarget.of(url, PORTS, true, Set.of()).uri()).hasToString(url);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://shop.example/",
                "http://localhost.shop.example/",
                "https://shop.example:9099/",
                "http://127.1:8090/",
                "http://0177.0.0.1/",
                "http://127.0.0.01/",
                "http://[::ffff:127.0.0.1]:80/"
            })
    void inTheSandboxNothingElseIs(String url) {
        assertThatThrownBy(() -> CallbackTarget.of(url, PORTS, true, Set.of()))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aHostThatIsNamedIsReachedWithoutTlsAndNoOther() {
        var named = Set.of("mocks");

        assertThat(CallbackTarget.of("http://Mocks:8080/x", PORTS, false, named).host())
                .isEqualTo("Mocks");
        assertThat(List.of("http://mocks.example/", "http://mocks:9099/", "http://mocks@other/", "ftp://mocks/"))
                .allSatisfy(url -> assertThatThrownBy(() -> CallbackTarget.of(url, PORTS, false, named))
                        .isInstanceOf(IllegalArgumentException.class));
    }
}
