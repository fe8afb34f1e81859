package io.caravan.core.partner;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Signatures over requests, computed apart from this code. */
class HmacRequestTests {

    private static final byte[] KEY = Base64.getDecoder().decode("TXlTZWNyZXRLZXk=");
    private static final String POST = "https://mobile-invoice.example/api/Transactions?api-version=2.0";
    private static final String BODY = "{\"referenceID\":\"432\",\"Amount\":50}";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "hmac 123:widNKkikcg:57bff15b4ecf0:1472196955",
                "hmac \"123:widNKkikcg:57bff15b4ecf0:1472196955\"",
                "HMAC 123:widNKkikcg:57bff15b4ecf0:1472196955"
            })
    void aPostIsSignedOverItsUrlAndBody(String header) {
        assertThat(request(header, "POST", POST, BODY).isSignedBy(KEY)).isTrue();
    }

    @Test
    void aGetIsSignedOverItsUrl() {
        var get = request(
                "hmac 123:Pgm0qbg4N+:57bff15b4ecf0:1472196955",
                "GET",
                "https://mobile-invoice.example/api/campaigns",
                "");

        assertThat(get.isSignedBy(KEY)).isTrue();
    }

    @Test
    void nothingMayBeOtherwiseThanItWasSigned() {
        var header = "hmac 123:widNKkikcg:57bff15b4ecf0:1472196955";

        assertThat(request(header, "PUT", POST, BODY).isSignedBy(KEY)).isFalse();
        assertThat(request(header, "POST", POST + "0", BODY).isSignedBy(KEY)).isFalse();
        assertThat(request(header, "POST", POST, BODY + " ").isSignedBy(KEY)).isFalse();
        assertThat(request(header.replace("1472196955", "1472196956"), "POST", POST, BODY)
                        .isSignedBy(KEY))
                .isFalse();
        assertThat(request(header.replace("57bff15b4ecf0", "57bff15b4ecf1"), "POST", POST, BODY)
                        .isSignedBy(KEY))
                .isFalse();
        assertThat(request(header.replace("123:", "124:"), "POST", POST, BODY).isSignedBy(KEY))
                .isFalse();
        assertThat(request(header, "POST", POST, BODY).isSignedBy(new byte[] {1}))
                .isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"xxUkEL1BBe", "ZkbTNARIRC", "9eSVZ7CJzM"})
    void exclamationMarksParenthesesAndAsterisksAreEncodedAsTheCallerLikes(String signature) {
        var get = request(
                "hmac 123:" + signature + ":57bff15b4ecf0:1472196955",
                "GET",
                "https://mobile-invoice.example/api/pre-transactions/ref/123/a!(b)*",
                "");

        assertThat(get.isSignedBy(KEY)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "hmac",
                "hmac 1:2:3",
                "hmac \"1:a:b:2",
                "hmac x:a:b:2",
                "hmac 1:a:b:c",
                "hmac 99999999999:a:b:2",
                "hmac 1::b:2"
            })
    void whatCannotBeReadIsNoCredential(String header) {
        assertThat(HmacCredential.isIn(header)).isTrue();
        assertThat(HmacCredential.parse(header)).isEmpty();
    }

    @Test
    void aRequestIsGoodForTenMinutes() {
        var credential = HmacCredential.parse("hmac 1:a:b:1472196955").orElseThrow();

        assertThat(credential.isFresh(credential.at().plus(Duration.ofMinutes(10))))
                .isTrue();
        assertThat(credential.isFresh(credential.at().minus(Duration.ofMinutes(10))))
                .isTrue();
        assertThat(credential.isFresh(credential.at().plus(Duration.ofSeconds(601))))
                .isFalse();
        assertThat(credential.isFresh(credential.at().minus(Duration.ofSeconds(601))))
                .isFalse();
    }

    private static HmacRequest request(String header, String method, String url, String body) {
        return new HmacRequest(
                HmacCredential.parse(header).orElseThrow(),
                method,
                List.of("http://localhost:8080/api/other", url),
                body.getBytes(StandardCharsets.UTF_8));
    }
}
