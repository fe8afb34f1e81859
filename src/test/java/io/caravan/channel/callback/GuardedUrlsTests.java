package io.caravan.channel.callback;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.caravan.core.problem.InvalidInput;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class GuardedUrlsTests {

    private CheckedNames.Lookup lookup = InetAddress::getAllByName;

    private GuardedUrls urls(boolean loopback) {
        var names = new CheckedNames(host -> lookup.resolve(host), new Addresses(List.of(), loopback));
        return new GuardedUrls(names, Set.of(80, 443, 8080, 8443), loopback, Set.of(), Runnable::run);
    }

    @Test
    void aHostOnThePublicInternetIsAccepted() {
        lookup = host -> addresses("1.1.1.1", "2606:4700::1111");

        assertThatCode(() -> urls(false).check("https://shop.example/")).doesNotThrowAnyException();
    }

    @Test
    void aHostThatCannotBeResolvedNowIsAccepted() {
        lookup = host -> {
            throw new UnknownHostException(host);
        };

        assertThatCode(() -> urls(false).check("https://shop.example/")).doesNotThrowAnyException();
    }

    @Test
    void oneForbiddenAddressAmongGoodOnesIsEnoughToRefuse() {
        lookup = host -> addresses("1.1.1.1", "10.0.0.1");

        var refusal = refusal(urls(false), "https://shop.example/");

        assertThat(refusal.violations()).singleElement().satisfies(violation -> {
            assertThat(violation.field()).isEqualTo("CallbackUrl");
            assertThat(violation.message()).doesNotContain("10.0.0.1");
        });
    }

    @Test
    void literalsAreCheckedToo() {
        assertThat(refusal(urls(false), "https://127.0.0.1/")).isNotNull();
        assertThat(refusal(urls(false), "https://[::1]/")).isNotNull();
        assertThat(refusal(urls(false), "https://[::ffff:10.0.0.1]/")).isNotNull();
        assertThat(refusal(urls(false), "https://169.254.169.254/latest/meta-data/"))
                .isNotNull();
        assertThat(refusal(urls(false), "https://localhost/")).isNotNull();
    }

    @Test
    void plainHttpToANameOfThisMachineDoesNotLeadElsewhere() {
        lookup = host -> addresses("1.1.1.1");

        assertThat(refusal(urls(true), "http://localhost:9099/")).isNotNull();
    }

    @Test
    void theSandboxReachesThisMachine() {
        assertThatCode(() -> urls(true).check("http://localhost:9099/x")).doesNotThrowAnyException();
        assertThat(refusal(urls(true), "https://192.168.1.1/")).isNotNull();
    }

    private static InvalidInput refusal(GuardedUrls urls, String url) {
        return catchThrowableOfType(InvalidInput.class, () -> urls.check(url));
    }

    static InetAddress[] addresses(String... texts) throws UnknownHostException {
        var addresses = new InetAddress[texts.length];
        for (int i = 0; i < texts.length; i++) {
            addresses[i] = InetAddress.getByName(texts[i]);
        }
        return addresses;
    }
}
