package io.caravan.mock;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * A carrier's gateway: asks the owner of a phone by SMS, puts charges on the bill once they are confirmed, and reverses
 * them. It carries out a transaction once for each id and says how it stands whenever it is asked.
 */
public final class MockCarrier {

    private static final int PAGE = 500;
    private static final int MOST = 20_000;
    private static final String PIN = "1234";
    private static final long LIMIT = 500_000;

    private final CarrierBooks books;
    private final TransactionTemplate transactions;
    private final MockWebhooks webhooks;
    private final Clock clock;

    /** {@code webhooks}: of the carrier. */
    public MockCarrier(MockMemory memory, MockWebhooks webhooks, Clock clock) {
        this.books = new CarrierBooks(memory.jdbc());
        this.transactions = memory.transactions();
        this.webhooks = webhooks;
        this.clock = clock;
    }

    /** Charges or reverses. Who comes second with an id finds what the first has done. */
    public MockReply transact(String body, String path) {
        var order = CarrierOrder.read(body);
        var problem = order.problem();
        if (problem.isPresent()) {
            return MockReply.problem(400, problem.get());
        }
        MockReply reply;
        try {
            reply = transactions.execute(transaction -> once(order, path));
        } catch (DuplicateKeyException e) {
            reply = transactions.execute(transaction -> once(order, path));
        }
        webhooks.hurry(order.transactionId());
        return reply;
    }

    /** Takes a PIN. */
    public MockReply verify(String id, String body, String path) {
        var pin = MockJson.read(body).path("oneTimePassword").asText();
        var reply = transactions.execute(transaction -> {
            var found = books.lock(id);
            if (found.isEmpty()) {
                return MockReply.problem(404, "unknown");
            }
            var pending = found.get();
            if (!pending.isPending() || pending.byReply() || !now().isBefore(pending.expiresAt())) {
                return said(200, pending);
            }
            return said(200, change(pending, pin.equals(PIN) ? pending.taken(now()) : pending.wrongPin(now()), path));
        });
        webhooks.hurry(id);
        return reply;
    }

    /** How a transaction stands. */
    public MockReply transaction(String id) {
        return books.find(id).map(found -> said(200, found)).orElseGet(() -> MockReply.problem(404, "unknown"));
    }

    /** What ended on a day (UTC), behind the place that the answer before named. */
    public MockReply transactions(String day, String after) {
        try {
            var from = LocalDate.parse(String.valueOf(day))
                    .atStartOfDay(ZoneOffset.UTC)
                    .toInstant();
            var place = after == null || after.isBlank() ? new PspPlace(from, "") : PspPlace.read(after);
            var found = books.between(from, from.plus(Duration.ofDays(1)), place, PAGE);
            var answer = new LinkedHashMap<String, Object>();
            answer.put(
                    "transactions", found.stream().map(CarrierTransaction::said).toList());
            answer.put(
                    "next",
                    found.size() < PAGE
                            ? null
                            : new PspPlace(
                                            found.get(PAGE - 1).at(),
                                            found.get(PAGE - 1).id())
                                    .write());
            return MockReply.json(200, MockJson.write(answer));
        } catch (DateTimeException | IllegalArgumentException e) {
            return MockReply.problem(400, "day is required, as 2026-11-21; after is a next of an answer");
        }
    }

    /** Everything it believes, newest first. */
    public MockReply charges() {
        return MockReply.json(
                200,
                MockJson.write(books.newest(MOST).stream()
                        .map(CarrierTransaction::said)
                        .toList()));
    }

    /** What became of its webhooks. */
    public MockReply webhooks() {
        return webhooks.list();
    }

    List<CarrierTransaction> newest(int limit) {
        return books.newest(limit);
    }

    private MockReply once(CarrierOrder order, String path) {
        var original = books.lockCharge(order.originalId());
        var kept = books.find(order.transactionId());
        if (kept.isPresent()) {
            return kept.get().request().equals(order.json())
                    ? said(200, kept.get())
                    : MockReply.problem(409, "DuplicateTransaction");
        }
        var begun = pending(order);
        var transaction = order.isReversal()
                ? original.filter(charge -> canReverse(charge, order))
                        .map(charge -> begun.taken(now()))
                        .orElseGet(() -> begun.failed("InvalidAmount", now()))
                : begun(begun);
        books.insert(transaction);
        if (order.isReversal() && transaction.billed()) {
            books.update(original.orElseThrow().reversed(-transaction.amount()));
        }
        if (!transaction.isPending()) {
            tell(transaction, path);
        }
        return said(201, transaction);
    }

    private CarrierTransaction begun(CarrierTransaction charge) {
        if (charge.amount() > LIMIT) {
            return charge.failed("SubscriberLimitExceeded", now());
        }
        return CarrierPhone.of(charge.recipient())
                .flatMap(CarrierPhone::refusal)
                .map(why -> charge.failed(why, now()))
                .orElse(charge);
    }

    private static boolean canReverse(CarrierTransaction charge, CarrierOrder order) {
        return charge.billed()
                && charge.correlationId().equals(order.correlationId())
                && charge.currency().equals(order.currency())
                && charge.amount() - charge.reversed() >= -order.minor().orElseThrow();
    }

    private CarrierTransaction pending(CarrierOrder order) {
        return new CarrierTransaction(
                order.transactionId(),
                (order.isReversal() ? "rev_" : "crr_") + UUID.randomUUID(),
                Objects.requireNonNullElse(order.originalId(), ""),
                order.correlationId(),
                order.recipient(),
                order.minor().orElseThrow(),
                order.currency(),
                order.invoiceText(),
                order.byReply(),
                0,
                "Sent",
                "Pending",
                false,
                0,
                order.json(),
                now().plus(Duration.ofMinutes(order.timeout())),
                now());
    }

    private CarrierTransaction change(CarrierTransaction before, CarrierTransaction after, String path) {
        books.update(after);
        if (before.isPending() && !after.isPending()) {
            tell(after, path);
        }
        return after;
    }

    private void tell(CarrierTransaction ended, String path) {
        webhooks.tell(ended.transactionId(), ended.action(), path, ended.said());
    }

    private static MockReply said(int status, CarrierTransaction transaction) {
        return MockReply.json(status, MockJson.write(transaction.said()));
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
