package io.caravan.ops.setup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.caravan.core.problem.InvalidInput;
import io.caravan.core.setup.Setup;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SetupReaderTests {

    private static final String SHOP =
            """
            "id": "5d0c3c1e-6d5b-4b0e-9a43-0d2a7a6f1c01", "name": "Shop", "country": "DK", "currency": "DKK",
            "zone": "Europe/Copenhagen", "vatNumber": "DK1"
            """;

    @Test
    void allThatIsWrongIsToldAtOnceByPointers() {
        var pointers = faults(
                """
                {"merchants": [{"id": "x", "name": "", "country": "XX", "currency": "ZZZ", "zone": "Mars/One", "colour": 1,
                  "issuers": [{"id": "x", "name": "a", "status": "closed", "payoutAccount": "yes"}, 7],
                  "callbacks": [{"dialect": "epayment", "url": "ftp://x", "user": "u"}],
                  "clients": [{"id": "a b", "secret": "short"}], "accounts": [{"id": "x", "checkouts": [{"publicKey": "sk_live_x"}]}],
                  "salesUnits": [{"msn": "1", "longLiving": "later"}],
                  "partner": {"number": 0, "issuer": "q", "key": "?", "providers": {"card": "bank"}}}],
                 "services": [{"code": "S", "method": "m", "kind": "gold", "currency": "EUR", "smallest": "1", "largest": 5}],
                 "payers": [{"phone": "12", "name": "x", "profile": {"birthDate": "today"}}],
                 "operators": [{"name": "x y", "password": "short", "role": "king"}], "more": 1}
                """);

        assertThat(pointers)
                .contains("/merchants/0/id", "/merchants/0/name", "/merchants/0/country", "/merchants/0/currency")
                .contains("/merchants/0/zone", "/merchants/0/vatNumber", "/merchants/0/colour")
                .contains("/merchants/0/issuers/0/id", "/merchants/0/issuers/0/status")
                .contains("/merchants/0/issuers/0/payoutAccount", "/merchants/0/issuers/1")
                .contains("/merchants/0/callbacks/0/dialect", "/merchants/0/callbacks/0/url")
                .contains("/merchants/0/callbacks/0/user", "/merchants/0/clients/0/id")
                .contains("/merchants/0/clients/0/secret", "/merchants/0/accounts/0/id")
                .contains("/merchants/0/accounts/0/checkouts/0/publicKey")
                .contains("/merchants/0/salesUnits/0/msn", "/merchants/0/salesUnits/0/longLiving")
                .contains("/merchants/0/partner/number", "/merchants/0/partner/issuer", "/merchants/0/partner/key")
                .contains("/merchants/0/partner/providers/card", "/services/0/code", "/services/0/kind")
                .contains("/services/0/smallest", "/payers/0/phone", "/payers/0/card")
                .contains("/payers/0/profile/birthDate", "/payers/0/profile/email")
                .contains("/operators/0/name", "/operators/0/password", "/operators/0/role", "/more");
    }

    @Test
    void noValueIsRepeatedInAFault() {
        var refused = catchThrowableOfType(
                InvalidInput.class,
                () -> read("{\"merchants\": [{%s, \"clients\": [{\"id\": \"a\", \"secret\": \"hush-hush\"}]}]}"
                        .formatted(SHOP)));

        assertThat(refused.getMessage())
                .contains("/merchants/0/clients/0/secret")
                .doesNotContain("hush");
    }

    @Test
    void whatIsThereTwiceIsRefused() {
        assertThat(faults("{\"merchants\": [{%s}, {%s}], \"wallets\": [{\"id\": \"a\"}, {\"id\": \"a\"}]}"
                        .formatted(SHOP, SHOP)))
                .containsExactly("/merchants/1/id", "/wallets/1/id");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{", "[1] 2", "{\"merchants\": [], \"merchants\": []}", "nonsense"})
    void whatIsNoJsonIsRefused(String text) {
        assertThat(catchThrowableOfType(InvalidInput.class, () -> read(text)).violations())
                .hasSizeGreaterThan(0);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"kind\": \"sepa-qr\", \"currency\": \"EUR\", \"details\": {\"iban\": \"DE89370400440532013000\"}",
                "\"kind\": \"sepa-qr\", \"currency\": \"EUR\", \"details\": {\"iban\": \"DE00\", \"bic\": \"COBADEFFXXX\", \"beneficiary_name\": \"x\", \"bank_name\": \"y\"}",
                "\"kind\": \"dk-fik\", \"currency\": \"DKK\", \"details\": {}",
                "\"kind\": \"receipt\", \"currency\": \"JPY\", \"details\": {}",
                "\"kind\": \"receipt\", \"currency\": \"EUR\", \"provider\": \"My bank\"",
                "\"kind\": \"receipt\", \"currency\": \"EUR\", \"provider\": \"a-name-that-is-too-long\"",
                "\"kind\": \"receipt\", \"currency\": \"EUR\", \"provider\": \"carrier\"",
                "\"kind\": \"receipt\", \"currency\": \"EUR\", \"confirmation\": [{\"key\": \"k\", \"regexp\": \"(\"}]"
            })
    void aWayToPayThatCouldNotBeUsedIsRefused(String service) {
        assertThat(faults(
                        "{\"services\": [{\"code\": \"s\", \"method\": \"m\", \"smallest\": 0.01, \"largest\": 5, %s}]}"
                                .formatted(service)))
                .hasSize(1)
                .allMatch(pointer -> pointer.startsWith("/services/0"));
    }

    @Test
    void aWayToPayOfWhichMoreIsSaidThanIsKeptIsRefused() {
        var field = "{\"key\": \"k\", \"regexp\": \"" + "\\\\d".repeat(300) + "\"}";
        var fields = "\"kind\": \"receipt\", \"fields\": [%s]";
        var details = "\"kind\": \"receipt\", \"details\": {\"text\": \"%s\"}";
        var upi = "\"kind\": \"upi-qr\", \"details\": {\"payee\": \"a@b\", \"merchant_code\": \"5411\","
                + " \"beneficiary_name\": \"%s\"}";

        assertThat(service(fields, field).services()).hasSize(1);
        assertThat(service(details, "x".repeat(1900)).services()).hasSize(1);
        assertThatThrownBy(() -> service(fields, String.join(",", Collections.nCopies(13, field))))
                .hasMessageContaining("the fields have more than 12000 characters");
        assertThatThrownBy(() -> service(details, "\\\"".repeat(2000)))
                .hasMessageContaining("the details have more than 4000 characters");
        assertThatThrownBy(() -> service(upi, "\u20ac".repeat(1000)))
                .hasMessageContaining("the requisites have more than 7000 characters");
    }

    private static Setup service(String way, String text) {
        var file = "{\"services\": [{\"code\": \"s\", \"method\": \"m\", \"currency\": \"INR\","
                + " \"smallest\": 1, \"largest\": 5, %s}]}";
        return read(file.formatted(way.formatted(text)));
    }

    @Test
    void whatWouldSpoilEachRequestOfAPartnerIsRefused() {
        var partner = "{\"merchants\": [{" + SHOP
                + ", \"partner\": {\"number\": 1, \"issuer\": \"efd08c19-24cf-4833-a4a4-bfa7bd58fbb2\","
                + " \"key\": \"MTIzNDU2Nzg5MDEyMzQ1Njc4OTAxMjM0NTY3ODkwMTI=\", \"providers\": {}, \"presets\": {%s}}}]}";

        assertThat(faults(
                        partner.formatted("\"returnUrl\": \"thanks.html\", \"originator\": \"A name that is too long\","
                                + " \"statusCallbackUrl\": \"https://u:p@shop.example/c\","
                                + " \"smsStatusCallbackUrl\": \"https://shop.example/" + "c".repeat(2000) + "\"")))
                .containsExactlyInAnyOrder(
                        "/merchants/0/partner/presets/returnUrl",
                        "/merchants/0/partner/presets/originator",
                        "/merchants/0/partner/presets/statusCallbackUrl",
                        "/merchants/0/partner/presets/smsStatusCallbackUrl");
        assertThat(read(partner.formatted("\"returnUrl\": \"{{paymentSelectionPageUrl}}\", \"originator\": \"Shop\","
                                + " \"statusCallbackUrl\": \"https://shop.example/c?id={{transactionId}}\""))
                        .partners())
                .hasSize(1);
    }

    @Test
    void settingsAreFilledInAndUnknownOnesRefused() {
        var file = "{\"wallets\": [{\"id\": \"${the.wallet}\", \"secret\": \"${the.secret}\"}]}";
        var reader = new SetupReader(
                text -> text.replace("${the.wallet}", "w").replace("${the.secret}", "long-enough-secret"), 16);
        var strict = new SetupReader(
                text -> {
                    throw new IllegalArgumentException(text);
                },
                16);

        assertThat(reader.read(bytes(file)).clients()).singleElement().satisfies(wanted -> {
            assertThat(wanted.thing().id()).isEqualTo("w");
            assertThat(wanted.thing().secret()).contains("long-enough-secret");
        });
        assertThat(catchThrowableOfType(InvalidInput.class, () -> strict.read(bytes(file)))
                        .violations())
                .extracting(InvalidInput.Violation::field)
                .contains("/wallets/0/id", "/wallets/0/secret");
    }

    @Test
    void whatLooksLikeASettingAndIsNoneIsReadAsItWasWritten() {
        var strict = new SetupReader(
                text -> {
                    throw new IllegalArgumentException(text);
                },
                16);
        var shop = SHOP.replace("\"Shop\"", "\"\\\\${a} \\\\\\\\${b} $\\\\${\"");

        var read = strict.read(bytes("{\"merchants\": [{" + shop + "}]}"));
        var again = strict.read(bytes(SetupWriter.write(read).toString()));

        assertThat(name(read)).isEqualTo("${a} \\${b} $${");
        assertThat(name(again)).isEqualTo(name(read));
    }

    private static String name(Setup setup) {
        return setup.merchants().get(0).thing().merchant().name();
    }

    private static List<String> faults(String json) {
        return catchThrowableOfType(InvalidInput.class, () -> read(json)).violations().stream()
                .map(InvalidInput.Violation::field)
                .toList();
    }

    private static Setup read(String json) {
        return new SetupReader(text -> text, 16).read(bytes(json));
    }

    private static byte[] bytes(String json) {
        return json.getBytes(StandardCharsets.UTF_8);
    }
}
