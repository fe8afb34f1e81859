package io.caravan.mock;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * A card acquirer: charges stored cards, opens sessions on its payment page, captures, refunds and cancels what was
 * authorized there. It carries out an instruction once for each idempotency key and says the same again to the same one.
 */
public final class MockPsp {

    /** Amounts, in minor units, that are never reserved on a stored card, so that refusals can be tried. */
    private static final Map<Long, PspStatus> REFUSED_AMOUNTS = Map.of(
            151L, PspStatus.DECLINED,
            182L, PspStatus.DECLINED,
            183L, PspStatus.DECLINED,
            184L, PspStatus.DECLINED,
            186L, PspStatus.EXPIRED_CARD,
            187L, PspStatus.DECLINED,
            197L, PspStatus.DECLINED,
            202L, PspStatus.DECLINED);

    private static final Duration SESSION = Duration.ofMinutes(30);

    private final PspBooks books;
    private final PspAnswers answers;
    private final TransactionTemplate transactions;
    private final MockWebhooks webhooks;
    private final Clock clock;

    /** {@code url}: where the mocks are found. */
    public MockPsp(MockMemory memory, MockWebhooks webhooks, Clock clock, String url) {
        this.books = new PspBooks(memory.jdbc());
        this.answers = new PspAnswers(books, url);
        this.transactions = memory.transactions();
        this.webhooks = webhooks;
        this.clock = clock;
    }

    /** Charges a stored card, or reserves money on it, as the end of the path says. */
    public MockReply charge(String key, String body, String path) {
        var kind = path.endsWith("/authorizations") ? PspKind.AUTHORIZE : PspKind.CHARGE;
        return carryOut(PspRequest.read(kind, "", key, body), path);
    }

    /** Opens a session on the payment page. */
    public MockReply open(String key, String body, String path) {
        return carryOut(PspRequest.read(PspKind.AUTHORIZE, "", key, body), path);
    }

    /** Captures, refunds or cancels, as the end of the path says. */
    public MockReply instruct(String payment, String key, String body, String path) {
        return PspKind.of(path.substring(path.lastIndexOf('/') + 1))
                .map(kind -> carryOut(PspRequest.read(kind, payment, key, body), path))
                .orElseGet(() -> MockReply.problem(404, "There is no such instruction"));
    }

    /** Who comes second with a key that somebody uses at this moment finds what the first has done. */
    private MockReply carryOut(PspRequest request, String path) {
        var problem = request.problem();
        if (problem.isPresent()) {
            return MockReply.problem(400, problem.get());
        }
        MockReply reply;
        try {
            reply = transactions.execute(transaction -> once(request, path));
        } catch (DuplicateKeyException e) {
            reply = transactions.execute(transaction -> once(request, path));
        }
        webhooks.hurry(request.key());
        return reply;
    }

    private MockReply once(PspRequest request, String path) {
        var payment = books.lock(request.payment());
        var kept = books.operation(request.key());
        if (kept.isPresent()) {
            return kept.get().isFrom(request)
                    ? answers.toInstruction(kept.get())
                    : MockReply.problem(409, "The key was used for another instruction");
        }
        if (payment.isEmpty() && !request.payment().isEmpty()) {
            return MockReply.problem(404, "There is no such payment");
        }
        var operation = payment.map(one -> change(one, request)).orElseGet(() -> begin(request));
        books.insert(operation);
        if (!request.isSession()) {
            webhooks.tell(operation, path);
        }
        return answers.toInstruction(operation);
    }

    /** A new payment: a card charged, reserved on or refused, or a session. */
    private PspOperation begin(PspRequest request) {
        var id = request.newId();
        var status = statusOf(request);
        var authorized = status == PspStatus.AUTHORIZED ? request.amount() : 0;
        var captured = status == PspStatus.CHARGED ? request.amount() : 0;
        books.open(new PspPayment(
                id,
                status,
                false,
                request.reference(),
                request.amount(),
                request.currency(),
                request.text(),
                request.isSession() ? request.returnUrl() : "",
                0,
                "",
                new PspPayment.Sums(authorized, captured, 0, 0),
                request.isSession() ? Optional.of(now().plus(SESSION)) : Optional.empty()));
        return PspOperation.of(request, id, id, status.word(), reasonOf(status), now());
    }

    private PspOperation change(PspPayment payment, PspRequest request) {
        var kind = request.kind();
        var refusal = payment.refusal(request);
        var operation = PspOperation.of(
                request,
                kind.newId(),
                payment.id(),
                refusal.isPresent() ? kind.undone() : kind.done(),
                refusal.orElse(""),
                now());
        if (refusal.isEmpty()) {
            books.add(operation);
        }
        return operation;
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    private static String reasonOf(PspStatus status) {
        return switch (status) {
            case DECLINED -> "The card was declined";
            case EXPIRED_CARD -> "The card has expired";
            case OPEN, AUTHORIZED, ABANDONED, EXPIRED, CHARGED -> "";
        };
    }

    /** The card of +4577007701 has expired; a card whose number ends in 0002 is declined. */
    private static PspStatus statusOf(PspRequest request) {
        if (request.isSession()) {
            return PspStatus.OPEN;
        }
        var card = request.card();
        if (card.endsWith("004577007701")) {
            return PspStatus.EXPIRED_CARD;
        }
        if (request.kind() == PspKind.AUTHORIZE && REFUSED_AMOUNTS.containsKey(request.amount())) {
            return REFUSED_AMOUNTS.get(request.amount());
        }
        var good = request.kind() == PspKind.CHARGE ? PspStatus.CHARGED : PspStatus.AUTHORIZED;
        return card.endsWith("0002") && card.contains("-b000-") ? PspStatus.DECLINED : good;
    }
}
