package io.caravan.dialect.callbacks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.caravan.core.access.Caller;
import io.caravan.core.access.Scope;
import io.caravan.core.callback.CallbackDetails;
import io.caravan.core.callback.CallbackPage;
import io.caravan.core.callback.CallbackPlace;
import io.caravan.core.callback.CallbackSecret;
import io.caravan.core.callback.CallbackStatus;
import io.caravan.core.callback.DeliveryId;
import io.caravan.core.callback.LoggedAttempt;
import io.caravan.core.callback.LoggedCallback;
import io.caravan.core.callback.RotatedSecret;
import io.caravan.core.dialect.Answer;
import io.caravan.core.dialect.Dialect;
import io.caravan.core.event.EventType;
import io.caravan.core.problem.Forbidden;
import io.caravan.core.problem.InvalidInput;
import io.caravan.core.problem.Problem;
import io.caravan.support.Fixtures;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The JSON of the API of callbacks, whole answers, and how its requests are read. */
class CallbackApiTests {

    private static final String SUBJECT = "63679ab7-cc49-4f75-80a7-86217fc105ea";
    private static final Caller MERCHANT =
            new Caller("shop", Optional.of(Fixtures.aMerchant()), Optional.empty(), Set.of(Scope.INVOICE));

    private final CallbackApi api = new CallbackApi();

    private static LoggedCallback paid() {
        return new LoggedCallback(
                uuid("msg_01JP5Q4W000000000000000007"),
                Dialect.MOBILEPAY,
                SUBJECT,
                EventType.INVOICE_PAID,
                Optional.of("https://shop.example/callbacks"),
                CallbackStatus.PENDING,
                2,
                Optional.of(Instant.parse("2026-03-12T11:19:05Z")),
                Instant.parse("2026-03-12T11:00:00.250Z"),
                DeliveryId.parse("msg_01JP5Q4X00000000000000000G"));
    }

    private static LoggedCallback held() {
        return new LoggedCallback(
                uuid("msg_01JP5Q4W000000000000000005"),
                Dialect.MOBILEPAY,
                SUBJECT,
                EventType.INVOICE_CREATED,
                Optional.empty(),
                CallbackStatus.HELD,
                0,
                Optional.empty(),
                Instant.parse("2026-03-11T08:30:00Z"),
                Optional.empty());
    }

    private static UUID uuid(String id) {
        return DeliveryId.parse(id).orElseThrow().callback();
    }

    @Test
    void aPageIsWrittenAsDocumented() throws IOException {
        var page = new CallbackPage(List.of(paid(), held()), Optional.of(CallbackPlace.of(held())));

        assertThat(text(api.showPage(page))).isEqualTo(golden("list.json"));
        assertThat(text(api.showPage(new CallbackPage(List.of(), Optional.empty()))))
                .isEqualTo("{\"items\":[],\"nextCursor\":null}");
    }

    @Test
    void aCallbackIsWrittenWithItsAttempts() throws IOException {
        var details = new CallbackDetails(
                paid(),
                List.of(
                        new LoggedAttempt(
                                Instant.parse("2026-03-12T11:00:05Z"),
                                Duration.ofMillis(120),
                                Optional.of(500),
                                Optional.empty(),
                                Optional.of("try later")),
                        new LoggedAttempt(
                                Instant.parse("2026-03-12T11:00:10Z"),
                                Duration.ofSeconds(3),
                                Optional.empty(),
                                Optional.of("The connection was refused"),
                                Optional.empty())));

        assertThat(text(api.showCallback(details))).isEqualTo(golden("callback.json"));
    }

    @Test
    void theShortAnswersAreWrittenAsDocumented() {
        var secret = new CallbackSecret("whsec_Y2FyYXZhbi1zYW5kYm94LWNhbGxiYWNrLXNlY3JldC1kaw==");
        var until = Instant.parse("2026-03-13T11:00:00Z");

        assertThat(api.showReplayed(3).status()).isEqualTo(202);
        assertThat(text(api.showReplayed(3))).isEqualTo("{\"replayed\":3}");
        assertThat(text(api.showSecret(secret)))
                .isEqualTo("{\"secret\":\"whsec_Y2FyYXZhbi1zYW5kYm94LWNhbGxiYWNrLXNlY3JldC1kaw==\"}");
        assertThat(text(api.showRotated(new RotatedSecret(secret, until))))
                .endsWith("==\",\"previousValidUntil\":\"2026-03-13T11:00:00Z\"}");
        assertThat(api.showSecret(secret).headers()).containsEntry("Cache-Control", "no-store");
        assertThat(api.showTests(List.of(paid())).status()).isEqualTo(202);
    }

    @Test
    void aQueryIsReadWithAllThatItNames() {
        var cursor = Cursor.write(CallbackPlace.of(held()));
        var query = api.readQuery(
                MERCHANT,
                "STATE=Dead&invoiceId=" + SUBJECT + "&from=2026-03-12T12:00:00+01:00&to=2026-03-12&x=1&cursor="
                        + cursor);

        assertThat(query.merchant()).isEqualTo(MERCHANT.asMerchant().id());
        assertThat(query.status()).contains(CallbackStatus.DEAD);
        assertThat(query.subject()).contains(SUBJECT);
        assertThat(query.from()).contains(Instant.parse("2026-03-12T11:00:00Z"));
        assertThat(query.to()).contains(Instant.parse("2026-03-12T23:00:00Z"));
        assertThat(query.after()).contains(CallbackPlace.of(held()));
    }

    @Test
    void whatIsNotNamedOrEmptyIsNotAskedFor() {
        var query = api.readQuery(MERCHANT, "state=&invoiceId=&from=&to=");

        assertThat(query).isEqualTo(api.readQuery(MERCHANT, null));
        assertThat(query.status()).isEmpty();
        assertThat(query.subject()).isEmpty();
        assertThat(api.readQuery(MERCHANT, "invoiceId=order%2F17").subject()).contains("order/17");
    }

    @Test
    void allFaultsOfAQueryAreToldAtOnce() {
        assertThatThrownBy(() -> api.readQuery(MERCHANT, "state=x&from=y&to=2026-02-30&cursor=AAAA&state=z"))
                .isInstanceOfSatisfying(InvalidInput.class, invalid -> assertThat(invalid.violations())
                        .extracting(InvalidInput.Violation::field)
                        .containsExactlyInAnyOrder("state", "state", "from", "to", "cursor"));
        assertThatThrownBy(() -> api.readQuery(MERCHANT, "from=2026-03-12&to=2026-03-10"))
                .isInstanceOf(InvalidInput.class);
    }

    @ParameterizedTest
    @CsvSource({
        "cursor, 'AAAA'",
        "cursor, '!'",
        "cursor, 'f_________8AAAAAAAAAAAAAAAAAAAAAAAAAAA'",
        "from, '+1000000000-01-01T00:00:00Z'",
        "from, '1970-01-01T00:00:00Z'",
        "from, '%ZZ'",
        "to, '2026-03-12T11:00:00'"
    })
    void whatNobodyHasWrittenIsRefused(String name, String value) {
        assertThatThrownBy(() -> api.readQuery(MERCHANT, name + "=" + value)).isInstanceOf(InvalidInput.class);
    }

    @Test
    void aReplayIsReadFromTheBodyOrTheQuery() {
        var body = api.readReplay(
                bytes("{\"State\":\"held\",\"from\":\"2026-03-12T11:00:00Z\",\"to\":null,\"more\":[1]}"),
                MERCHANT,
                null);
        var query = api.readReplay(bytes(""), MERCHANT, "state=held&from=2026-03-12T11:00:00Z");

        assertThat(body.status()).contains(CallbackStatus.HELD);
        assertThat(body.from()).contains(Instant.parse("2026-03-12T11:00:00Z"));
        assertThat(body).isEqualTo(query);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{}",
                "[]",
                "{\"state\":\"pending\"}",
                "{\"state\":7}",
                "{\"state\":\"dead\",\"state\":\"dead\"}",
                "{\"state\":\"dead\"} {}",
                "{\"from\":\"2026-03-12\",\"to\":\"2026-03-10\"}",
                "nonsense"
            })
    void aReplayWithoutARangeThatMakesSenseIsRefused(String body) {
        assertThatThrownBy(() -> api.readReplay(bytes(body), MERCHANT, null)).isInstanceOf(InvalidInput.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "msg_", "msg_x", "63679ab7-cc49-4f75-80a7-86217fc105ea", "msg_ZZZZZZZZZZZZZZZZZZZZZZZZZZ"})
    void anIdThatIsNoneIsUnknown(String id) {
        assertThatThrownBy(() -> api.readId(MERCHANT, id)).isInstanceOf(Problem.class);
    }

    @Test
    void onlyMerchantsHaveCallbacks() {
        var wallet = new Caller("wallet", Optional.empty(), Optional.empty(), Set.of(Scope.CONSUMER));

        assertThatThrownBy(() -> api.readQuery(wallet, null)).isInstanceOf(Forbidden.class);
        assertThatThrownBy(() -> api.readId(wallet, "msg_x")).isInstanceOf(Forbidden.class);
        assertThatThrownBy(() -> api.readReplay(bytes("{}"), wallet, null)).isInstanceOf(Forbidden.class);
        assertThatThrownBy(() -> api.readMerchant(wallet)).isInstanceOf(Forbidden.class);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static String text(Answer answer) {
        return new String(answer.body(), StandardCharsets.UTF_8);
    }

    private static String golden(String name) throws IOException {
        try (var file = CallbackApiTests.class.getResourceAsStream("/golden/callbacks/" + name)) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8)
                    .replaceAll("\\n *", "")
                    .replace("\": ", "\":");
        }
    }
}
