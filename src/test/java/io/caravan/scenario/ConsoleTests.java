package io.caravan.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.caravan.support.ConsoleClient;
import io.caravan.support.Http;
import io.caravan.support.MerchantClient;
import io.caravan.support.Sandbox;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.JdbcTemplate;

/** What operators see and do in the console. */
class ConsoleTests {

    private static final String PHONE = "+4571400613";
    private static final String SCRIPT = "<script>alert('x')</script>";

    private final Sandbox sandbox = Sandbox.running();
    private final ConsoleClient console = new ConsoleClient(sandbox::managementUri).signedIn();
    private final JdbcTemplate database = new JdbcTemplate(sandbox.context().getBean(DataSource.class));

    @Test
    void anActIsWrittenDownWithWhoDidIt() {
        var why = "audit " + UUID.randomUUID();

        var held = console.post("jobs", "hold", "kind", "job", "name", "purge", "why", why);
        var again = console.post("jobs", "hold", "kind", "job", "name", "purge", "why", "again " + why);
        console.post("jobs", "release", "kind", "job", "name", "purge");

        assertThat(console.get(location(held)).body()).contains("Done: held, job purge. " + why);
        assertThat(console.get(location(again)).body()).contains("somebody was faster");
        assertThat(database.queryForList(
                        "select operator from operator_act where kind = 'HOLD' and note like ?",
                        String.class,
                        "%" + why))
                .containsExactly("ops");
    }

    @Test
    void whatMerchantsWroteIsShownAndNotRun() {
        var id = UUID.randomUUID().toString();
        database.update(
                """
                insert into incoming_transfer (provider, id, reference, currency, amount, sender, state, why, at)
                values ('bank', ?, ?, 'EUR', 100, ?, 'UNMATCHED', 'a test', timestamp '2038-01-01 00:00:00')
                """,
                id,
                SCRIPT,
                "Ola <b>Nordmann");
        var invoice = parked(SCRIPT);
        assertThat(console.get("transfers").body()).contains("Ola &lt;b&gt;Nordmann");

        for (var page : List.of("transfers", "dead-letters", "timeline?id=" + invoice, "search?q=" + "%3Cscript%3E")) {
            var shown = console.get(page);
            assertThat(shown.status()).as(page).isEqualTo(200);
            assertThat(shown.body()).as(page).contains("&lt;script&gt;").doesNotContain("<script");
            assertThat(shown.headers().firstValue("Content-Security-Policy").orElse(""))
                    .contains("default-src 'none'")
                    .doesNotContain("script-src");
        }
        database.update("delete from incoming_transfer where id = ?", id);
        console.post("acts", "replay", "kind", "notice", "name", noticeOf(invoice));
    }

    @Test
    void aNoticeIsSentOnceHoweverOftenTheFormIs() {
        var invoice = parked("a test");
        var notice = noticeOf(invoice);
        var preview = console.get("replay?kind=notice&name=" + notice);
        assertThat(preview.body()).contains("1 notice would be sent");
        assertThat(stateOf(invoice)).isEqualTo("PARKED");
        var token = console.token("acts");

        var sent = Stream.generate(() -> CompletableFuture.supplyAsync(
                        () -> console.send("replay", "kind", "notice", "name", notice, "_csrf", token)))
                .limit(4)
                .toList()
                .stream()
                .map(CompletableFuture::join)
                .map(ConsoleTests::location)
                .toList();

        assertThat(sent).filteredOn(to -> !to.contains("done=nothing")).hasSize(1);
        assertThat(database.queryForObject(
                        "select count(*) from operator_act where subject = ?", Integer.class, "notice " + notice))
                .isEqualTo(1);
        await().until(() -> stateOf(invoice).equals("SENT"));
    }

    @Test
    void whoCallsIsFoundByPhoneAndListsShowLittleOfIt() {
        var invoice = parked("a test");

        var found = console.get("search?q=%2B45+71+40+06+13");

        assertThat(found.body()).contains(invoice).doesNotContain("71400613\"", PHONE + "<");
        assertThat(console.get("search?q=" + noticeOf(invoice)).body()).contains(invoice);
        assertThat(console.get("timeline?id=" + invoice).body()).contains(PHONE, "INVOICE_CREATED", "PARKED");
        console.post("acts", "replay", "kind", "notice", "name", noticeOf(invoice));
    }

    @Test
    void anInvoiceIsFoundByTheNumberThatItsMerchantGave() {
        var number = "console-number-" + UUID.randomUUID();
        var invoice = new MerchantClient(sandbox::uri).invoice("+4571400617", number);

        assertThat(console.get("search?q=" + number).body()).contains(invoice, number);
    }

    @Test
    void whatIsNotShownInFullSaysSo() {
        var invoice =
                UUID.fromString(new MerchantClient(sandbox::uri).invoice("+4571400617", "cut-" + UUID.randomUUID()));
        var number = "cut " + UUID.randomUUID();
        assertThat(console.get("timeline?id=" + invoice).body()).doesNotContain("Only the newest");
        IntStream.range(0, 201)
                .forEach(i -> database.update(
                        """
                        insert into notice (id, event_id, subject_id, kind, channel, recipient, state, fence, due_at,
                            created_at, updated_at)
                        select ?, ?, id, 'INVOICE_CREATED', 'PUSH', '+4571400617', 'SENT', 0, created_at, created_at,
                            created_at
                        from invoice where id = ?
                        """,
                        UUID.randomUUID(),
                        UUID.randomUUID(),
                        invoice));
        IntStream.range(0, 21)
                .forEach(i -> database.update(
                        """
                        insert into invoice (id, merchant_id, issuer_id, dialect, delivery, currency, total, due_date,
                            document, status, number, invoice_number, created_at)
                        select ?, merchant_id, issuer_id, dialect, delivery, currency, total, due_date, document,
                            'EXPIRED', 0, ?, created_at
                        from invoice where id = ?
                        """,
                        UUID.randomUUID(),
                        number,
                        invoice));

        assertThat(console.get("timeline?id=" + invoice).body())
                .contains("Only the newest 200 of each kind are shown.");
        assertThat(console.get("search?q=" + number.replace(" ", "+")).body()).contains("only 20 are shown");

        database.update("delete from invoice where invoice_number = ?", number);
        database.update("delete from notice where subject_id = ?", invoice);
    }

    @Test
    void anAlarmIsShownAsTextAndClosedOnceWithAWordForTheOthers() {
        var id = UUID.randomUUID();
        database.update(
                "insert into payment_alarm (id, kind, what, at) values (?, 'DOUBT', ?, timestamp '2038-01-01 00:00:00')",
                id,
                SCRIPT);

        assertThat(console.get("alarms").body())
                .contains("&lt;script&gt;", id.toString())
                .doesNotContain(SCRIPT);
        assertThat(console.post("alarms", "close", "kind", "ALARM", "id", id.toString(), "why", " ")
                        .status())
                .isEqualTo(400);
        var closed = console.post("alarms", "close", "kind", "ALARM", "id", id.toString(), "why", "asked " + id);
        var again = console.post("alarms", "close", "kind", "ALARM", "id", id.toString(), "why", "asked " + id);

        assertThat(console.get(location(closed)).body()).contains("Done: closed an alarm, alarm " + id);
        assertThat(console.get(location(again)).body()).contains("somebody was faster");
        assertThat(console.get("alarms").body()).doesNotContain(id.toString());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "timeline?id=1",
                "dead-letters?notices=2026-01-01T00:00:00Z_1",
                "alarms?kind=ALARM&after=yesterday",
                "timeline?id=6f1d2f1e-0000-4000-8000-000000000000",
                "replay?kind=notice&name=1",
                "replay?kind=channel&name=psp",
                "replay?kind=x&name=push",
                "replay?kind=merchant&name='",
                "endpoints?merchant=1",
                "dead-letters?callbacks=yesterday",
                "transfers?after=yesterday",
                "transfers?after=2026-01-01T00:00:00Z_bank"
            })
    void whatDoesNotExistIsRefusedOnAPage(String path) {
        var answer = console.get(path);

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.body()).contains("Nothing was done").doesNotContain("Exception");
    }

    /** An invoice whose notice has been parked for this reason. */
    private String parked(String reason) {
        var invoice = new MerchantClient(sandbox::uri).invoice(PHONE, "console-" + UUID.randomUUID());
        await().until(() -> stateOf(invoice).equals("SENT"));
        database.update(
                "update notice set state = 'PARKED', reason = ? where subject_id = ?",
                reason,
                UUID.fromString(invoice));
        return invoice;
    }

    private String stateOf(String invoice) {
        return database
                .queryForList("select state from notice where subject_id = ?", String.class, UUID.fromString(invoice))
                .stream()
                .findFirst()
                .orElse("none");
    }

    private String noticeOf(String invoice) {
        return database.queryForObject(
                "select id from notice where subject_id = ?", String.class, UUID.fromString(invoice));
    }

    private static String location(Http.Reply reply) {
        return reply.headers().firstValue("Location").orElse("status " + reply.status());
    }
}
