package io.caravan.mock;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.function.Function;
import org.springframework.transaction.support.TransactionTemplate;

/** What payers do on the payment page: pay with a card, tell the code that their bank has sent, go away. */
public final class MockPayers {

    private final PspBooks books;
    private final TransactionTemplate transactions;
    private final MockWebhooks webhooks;
    private final Clock clock;

    public MockPayers(MockMemory memory, MockWebhooks webhooks, Clock clock) {
        this.books = new PspBooks(memory.jdbc());
        this.transactions = memory.transactions();
        this.webhooks = webhooks;
        this.clock = clock;
    }

    /** What a payer has done, and whether it was possible. */
    private record Act(PspPayment payment, boolean isDone, String key) {}

    /** Does what the end of the path says: {@code pay}, {@code 3ds} or {@code abandon}. */
    public MockReply act(String session, String body, String path, String accept) {
        var form = PspForm.read(body);
        var found = books.payment(session).filter(PspPayment::isSession);
        if (found.isEmpty()) {
            return MockReply.problem(404, "There is no such session");
        }
        var act = transactions.execute(transaction -> {
            var payment = books.lock(session).orElseThrow();
            return switch (path.substring(path.lastIndexOf('/') + 1)) {
                case "pay" -> change(payment, path, one -> pay(one, form.card()));
                case "3ds" -> change(payment, path, one -> answerBank(one, form.code()));
                case "abandon" ->
                    change(payment, path, one -> one.ended(PspStatus.ABANDONED, "The payer has gone away"));
                default -> new Act(payment, false, "");
            };
        });
        webhooks.hurry(act.key());
        return MockPages.isBrowser(accept) ? lead(act.payment()) : tell(act);
    }

    /** Ends the sessions whose time is over. */
    public void expire() {
        for (var id : books.overdue(now())) {
            var act =
                    transactions.execute(transaction -> change(books.lock(id).orElseThrow(), "", Function.identity()));
            webhooks.hurry(act.key());
        }
    }

    private Act change(PspPayment before, String path, Function<PspPayment, PspPayment> what) {
        if (before.status() != PspStatus.OPEN) {
            return new Act(before, false, "");
        }
        var inTime = before.isOpenAt(now());
        var after = inTime ? what.apply(before) : before.ended(PspStatus.EXPIRED, "The payer took too long");
        books.update(after);
        if (after.status() == PspStatus.OPEN) {
            return new Act(after, true, "");
        }
        var operation = books.settle(after.id(), after.status().word(), after.problem(), now());
        webhooks.tell(operation, path);
        return new Act(after, inTime, operation.key());
    }

    private static PspPayment pay(PspPayment payment, String number) {
        return TestCard.of(number)
                .map(card -> switch (card) {
                    case PAYS -> payment.authorized();
                    case ASKS_CODE -> payment.waiting(true, "");
                    case DECLINED -> payment.refused("The card was declined");
                    case EXPIRED -> payment.refused("The card has expired");
                })
                .orElseGet(() -> payment.waiting(false, "This is none of the test cards"));
    }

    private static PspPayment answerBank(PspPayment payment, String code) {
        if (!payment.asksCode()) {
            return payment.waiting(false, "No code was asked for");
        }
        if (code.equals(TestCard.CODE)) {
            return payment.authorized();
        }
        var refused = payment.refused("The code was wrong");
        return refused.status() == PspStatus.OPEN ? refused.waiting(true, refused.problem()) : refused;
    }

    /** A browser goes on: back to where the payer came from, or to the page again. */
    private static MockReply lead(PspPayment payment) {
        return MockReply.redirect(
                payment.status() == PspStatus.OPEN ? "/mock/psp/sessions/" + payment.id() : payment.wayBack());
    }

    private static MockReply tell(Act act) {
        var payment = act.payment();
        var said = new LinkedHashMap<String, Object>();
        said.put("returnUrl", payment.wayBack());
        said.put("status", payment.status().word());
        if (payment.status() == PspStatus.OPEN) {
            said.put("step", payment.asksCode() ? "3ds" : "card");
        }
        if (!payment.problem().isEmpty()) {
            said.put("reason", payment.problem());
        }
        return MockReply.json(act.isDone() ? 200 : 409, MockJson.write(said));
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
