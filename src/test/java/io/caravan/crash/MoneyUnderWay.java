package io.caravan.crash;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.caravan.PaymentWorld;
import io.caravan.channel.Psp;
import io.caravan.core.hold.Hold;
import io.caravan.core.hold.HoldKind;
import io.caravan.core.invoice.Delivery;
import io.caravan.core.invoice.InvoiceId;
import io.caravan.core.payment.OperationId;
import io.caravan.core.payment.SessionRequest;
import io.caravan.store.Database;
import io.caravan.support.Http;
import io.caravan.support.MovableClock;
import io.caravan.support.PausingRoutes;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import javax.sql.DataSource;

/**
 * Captures of reserved money, cancels of what others had reserved for the same invoice, and refunds of money that came
 * too late: written down while the acquirer's channel is held, so that all of them are sent together when it is released.
 */
final class MoneyUnderWay {

    private static final LocalDate IN_A_WEEK = LocalDate.now().plusDays(7);
    private static final int ONE_PAYER = 2;
    private static final int TWO_PAYERS = 2;
    private static final int TOO_LATE = 3;
    private static final int OPERATIONS = ONE_PAYER + 2 * TWO_PAYERS + TOO_LATE;

    private static final String READ_OPERATION =
            """
            - setProperty:
                id: read-operation-to-hold
                name: Held
                expression:
                  method:
                    ref: findOperation
                    method: find(${body})
            """;
    private static final String HOLD =
            """
            - filter:
                id: stop-%1$s
                expression:
                  simple:
                    expression: ${exchangeProperty.Pause} == null && ${exchangeProperty.Held.kind.name} in 'CAPTURE,CANCEL,REFUND' && ${exchangeProperty.Held.id} regex '.*[%2$s]'
                steps:
                  - log:
                      id: tell-held-%1$s
                      message: "held under way ${exchangeProperty.Held.id} before %1$s"
                  - delay:
                      id: stay-%1$s
                      expression:
                        constant:
                          expression: "600000"
            """;

    private static final Pattern HELD = Pattern.compile("held under way (\\S+) before");

    private final PaymentWorld world;
    private final URI acquirer;
    private final List<InvoiceId> paid = new ArrayList<>();
    private final List<InvoiceId> closed = new ArrayList<>();
    private final List<OperationId> sessions = new ArrayList<>();

    /** The tables of the service, and where its mock acquirer is; nobody waits here for those who write operations. */
    MoneyUnderWay(DataSource database, URI acquirer) {
        world = new PaymentWorld(
                Database.POSTGRESQL, database, new MovableClock(Instant.now().minus(Duration.ofMinutes(1))));
        this.acquirer = acquirer;
    }

    /** Each operation is held before it is sent, or heard of, or written down, by the last digit of its id. */
    static void holdIn(PausingRoutes routes) throws IOException {
        routes.with(HOLD.formatted("send-operation", "0-5"), "send-operation")
                .with(READ_OPERATION, "stop-send-operation")
                .with(HOLD.formatted("post-to-acquirer", "6-9a"), "post-to-acquirer")
                .with(HOLD.formatted("settle-operation", "b-f"), "settle-operation");
    }

    /** How many operations; one whose lease lapses meanwhile is taken over and held once more. */
    private static long heldIn(String log) {
        return HELD.matcher(log).results().map(held -> held.group(1)).distinct().count();
    }

    /** The invoices are due in a week by the service's clock, so that no tick that is under way can expire them. */
    void begin() {
        for (int i = 0; i < ONE_PAYER + TWO_PAYERS; i++) {
            var invoice = world.anInvoice(world.aPayer(), IN_A_WEEK, Delivery.LINK);
            paid.add(invoice);
            sessions.add(open(invoice));
        }
        paid.subList(ONE_PAYER, paid.size()).forEach(invoice -> sessions.add(open(invoice)));
        await().until(() -> count("select count(*) from operation where state = 'WAITING'") == sessions.size());
        var late = new ArrayList<Runnable>();
        for (int i = 0; i < TOO_LATE; i++) {
            late.add(takeMoney());
        }
        hold();
        late.forEach(Runnable::run);
        sessions.forEach(this::payOnPage);
        await().until(() -> count("select count(*) from operation where state = 'REQUESTED'") == OPERATIONS);
        world.inTransaction(() -> world.holds.release(HoldKind.CHANNEL, "psp"));
    }

    static boolean allHeld(String log) {
        return heldIn(log) == OPERATIONS;
    }

    boolean isOver() {
        return count("select count(*) from operation where state <> 'DONE'") == 0;
    }

    /** Every operation was done once, by our books and by the acquirer's. */
    void check() {
        assertThat(paid)
                .allSatisfy(
                        one -> assertThat(world.invoice(one).status().name()).isEqualTo("PAID"));
        assertThat(closed)
                .allSatisfy(
                        one -> assertThat(world.invoice(one).status().name()).isEqualTo("CANCELED"));
        assertThat(count("select count(*) from unmatched_money where state = 'RETURNED'"))
                .isEqualTo(TOO_LATE);
        assertThat(count("select count(*) from payment_alarm")).isZero();
        var done = new ArrayList<String>();
        Http.get(acquirer.resolve("/mock/psp/payments"))
                .json()
                .forEach(move -> done.add(move.get("status").asText()));
        assertThat(done).filteredOn("captured"::equals).hasSize(paid.size());
        assertThat(done).filteredOn("cancelled"::equals).hasSize(TWO_PAYERS);
        assertThat(done).filteredOn("refunded"::equals).hasSize(TOO_LATE);
    }

    private OperationId open(InvoiceId invoice) {
        return world.startSession.start(
                new SessionRequest(invoice, Optional.empty(), URI.create("https://shop.example/back")));
    }

    private void payOnPage(OperationId session) {
        var page = world.operation(session).providerReference().orElseThrow();
        var reply = post("/mock/psp/payments/" + page + "/pay", "{\"card\": \"4111111111111111\"}");
        assertThat(reply.status()).as(reply.body()).isEqualTo(200);
    }

    /** The acquirer takes money; before that is written down, somebody closes the invoice. */
    private Runnable takeMoney() {
        var payer = world.aPayer();
        var invoice = world.anInvoice(payer, IN_A_WEEK, Delivery.DIRECT);
        closed.add(invoice);
        var charge = world.startPayment.start(PaymentWorld.now(payer, invoice));
        var sent = world.sendOperation.send(charge).orElseThrow();
        var psp = new Psp();
        var reply = post("/mock/psp/charges", psp.write(sent), "Idempotency-Key", charge.toString());
        world.jdbc.update("update invoice set status = 'CANCELED', claim = null where id = ?", invoice.value());
        return () -> world.settleOperation.settle(
                charge, 1, psp.readAnswer(sent, reply.status(), reply.body().getBytes(StandardCharsets.UTF_8)));
    }

    private void hold() {
        var hold = new Hold(HoldKind.CHANNEL, "psp", Instant.now(), "test", "all together");
        world.inTransaction(() -> world.holds.place(hold));
    }

    private Http.Reply post(String path, String body, String... headers) {
        var all = new ArrayList<>(List.of("Content-Type", "application/json"));
        all.addAll(List.of(headers));
        return Http.send("POST", acquirer.resolve(path), body, all.toArray(String[]::new));
    }

    private int count(String sql) {
        return world.jdbc.queryForObject(sql, Integer.class);
    }
}
