package io.caravan.channel;

import static org.assertj.core.api.Assertions.assertThat;

import io.caravan.core.sms.SmsState;
import io.caravan.support.SignedWebhook;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SmsCallbacksTests {

    private static final Instant NOW = Instant.parse("2026-03-01T10:00:00Z");
    private static final String REFERENCE = "71b5f99a-0585-57a6-ac93-f2c0344bb67d";

    private final SmsCallbacks callbacks = new SmsCallbacks(
            new WebhookSignature(SignedWebhook.SMS_SECRET, Clock.fixed(NOW, ZoneOffset.UTC)),
            new BasicCredential("gateway", "se:cret"),
            new ProviderDoor());

    @ParameterizedTest
    @CsvSource({"1001, DELIVERED", "1007, DELIVERED", "1002, FAILED", "1006, FAILED", "2000, FAILED", "0, FAILED"})
    void aReportTellsWhatBecameOfAnSms(int code, SmsState state) {
        var call = signed("report", "{\"refId\":\"" + REFERENCE + "\",\"id\":\"g-1\",\"resultCode\":" + code + "}");

        assertThat(call.kind()).isEqualTo(SmsCall.Kind.REPORT);
        assertThat(call.report().orElseThrow().state()).isEqualTo(state);
        assertThat(call.report().orElseThrow().reference().orElseThrow()).hasToString(REFERENCE);
        assertThat(callbacks.answer(call).status()).isEqualTo(204);
    }

    @ParameterizedTest
    @ValueSource(ints = {1000, 1005, 1011})
    void thatAnSmsIsOnItsWayIsNoNews(int code) {
        var call = signed("report", "{\"refId\":\"" + REFERENCE + "\",\"resultCode\":" + code + "}");

        assertThat(call.kind()).isEqualTo(SmsCall.Kind.NOTHING);
        assertThat(callbacks.answer(call).status()).isEqualTo(204);
    }

    @Test
    void aReportWithoutOurReferenceNamesTheGateways() {
        var report = signed("report", "{\"id\":\"g-1\",\"resultCode\":1001}")
                .report()
                .orElseThrow();

        assertThat(report.reference()).isEmpty();
        assertThat(report.gatewayId()).contains("g-1");
    }

    @Test
    void anSmsThatSomebodySentIsRead() {
        var sms = signed(
                        "inbound",
                        "{\"id\":\"in-1\",\"source\":\"4577007700\",\"destination\":\"2001\",\"content\":{\"type\":\"TEXT\",\"userData\":\"OK\"}}")
                .inbound()
                .orElseThrow();

        assertThat(sms.id()).isEqualTo("in-1");
        assertThat(sms.from().number()).isEqualTo("+4577007700");
        assertThat(sms.to()).isEqualTo("2001");
        assertThat(sms.text()).isEqualTo("OK");
        assertThat(sms.toString()).doesNotContain("OK", "77007700");
    }

    @Test
    void anSmsWithoutAnIdHasThatOfItsCall() {
        var sms = signed("inbound", "{\"source\":\"+4577007700\",\"content\":{\"userData\":\"OK\"}}")
                .inbound()
                .orElseThrow();

        assertThat(sms.id()).isEqualTo("call-1");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "null",
                "[]",
                "no json",
                "{}",
                "{\"refId\":\"x\"}",
                "{\"resultCode\":1001}",
                "{\"resultCode\":\"many\"}"
            })
    void aReportThatCannotBeUnderstoodIsRefused(String body) {
        var call = signed("report", body);

        assertThat(call.kind()).isEqualTo(SmsCall.Kind.MALFORMED);
        assertThat(callbacks.answer(call).status()).isEqualTo(400);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"source\":\"+4577007700\"}",
                "{\"source\":\"+4577007700\",\"content\":{\"userData\":\"\\u0000\"}}",
                "{\"source\":\"Bank\",\"content\":{\"userData\":\"OK\"}}"
            })
    void anInboundSmsThatCannotBeUnderstoodIsRefused(String body) {
        assertThat(signed("inbound", body).kind()).isEqualTo(SmsCall.Kind.MALFORMED);
    }

    @Test
    void anSmsMaySpellACharacterThatItMayNotHave() {
        var call =
                signed("inbound", "{\"id\":\"1\",\"source\":\"+4577007700\",\"content\":{\"userData\":\"\\\\u0000\"}}");

        assertThat(call.kind()).isEqualTo(SmsCall.Kind.INBOUND);
    }

    @Test
    void thereIsNothingElseToCall() {
        assertThat(callbacks.answer(signed("delivered", "{}")).status()).isEqualTo(404);
    }

    @Test
    void userAndPasswordAreAsGoodAsASignature() {
        assertThat(basic("gateway:se:cret").kind()).isEqualTo(SmsCall.Kind.MALFORMED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"gateway:wrong", "gateway", ":", "other:se:cret"})
    void anyOtherCredentialIsRefused(String credential) {
        var call = basic(credential);

        assertThat(call.kind()).isEqualTo(SmsCall.Kind.FORGED);
        assertThat(new String(callbacks.answer(call).body(), StandardCharsets.UTF_8))
                .isEqualTo("{\"message\":\"A valid credential is required\",\"errors\":{}}");
    }

    @Test
    void withoutAPasswordNoneIsRight() {
        var none = new BasicCredential("gateway", "");

        assertThat(none.isIn(
                        "Basic " + Base64.getEncoder().encodeToString("gateway:".getBytes(StandardCharsets.UTF_8))))
                .isFalse();
    }

    @Test
    void aSignatureOfSomethingElseIsRefused() {
        var good = SignedWebhook.of(SignedWebhook.SMS_SECRET, "call-1", NOW.getEpochSecond(), "{}");

        var call = callbacks.read(
                "{\"refId\":1}".getBytes(StandardCharsets.UTF_8),
                "report",
                good.id(),
                good.timestamp(),
                good.signature(),
                null);

        assertThat(call.kind()).isEqualTo(SmsCall.Kind.FORGED);
    }

    private SmsCall signed(String action, String body) {
        var webhook = SignedWebhook.of(SignedWebhook.SMS_SECRET, "call-1", NOW.getEpochSecond(), body);
        return callbacks.read(webhook.body(), action, webhook.id(), webhook.timestamp(), webhook.signature(), null);
    }

    private SmsCall basic(String credential) {
        var header = "Basic " + Base64.getEncoder().encodeToString(credential.getBytes(StandardCharsets.UTF_8));
        return callbacks.read("{}".getBytes(StandardCharsets.UTF_8), "report", null, null, null, header);
    }
}
