package io.caravan.mock;

import com.fasterxml.jackson.databind.JsonNode;
import io.caravan.mock.BankBooks.Entry;
import io.caravan.mock.BankBooks.Expected;
import io.caravan.mock.BankBooks.Refund;
import io.caravan.mock.BankBooks.Transfer;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * A bank: makes requisites for payments that are expected, takes transfers, tells of them by webhooks, and gives money back,
 * once for each id.
 */
public final class MockBank {

    private static final int MOST = 20_000;
    private static final int PAGE = 500;

    private final BankBooks books;
    private final TransactionTemplate transactions;
    private final MockWebhooks webhooks;
    private final Clock clock;

    /** {@code webhooks}: of the bank. */
    public MockBank(MockMemory memory, MockWebhooks webhooks, Clock clock) {
        this.books = new BankBooks(memory.jdbc());
        this.transactions = memory.transactions();
        this.webhooks = webhooks;
        this.clock = clock;
    }

    /** Says where the payer of a payment can pay to, the same whenever it is asked. */
    public MockReply expect(String body) {
        var asked = MockJson.readExactly(body);
        var minor = minor(asked);
        if (text(asked, "payment").isEmpty() || text(asked, "reference").isEmpty() || minor.isEmpty()) {
            return MockReply.problem(400, "payment, reference, amount and currency are required");
        }
        books.insert(
                new Expected(
                        text(asked, "payment"),
                        text(asked, "reference"),
                        text(asked, "service"),
                        minor.get(),
                        text(asked, "currency"),
                        MockJson.write(requisites(text(asked, "service"))),
                        "{}",
                        "expected"),
                clock.instant());
        var known = books.expected(text(asked, "payment")).orElseThrow();
        return MockReply.json(
                200,
                MockJson.write(
                        Map.of("reference", known.reference(), "requisites", MockJson.read(known.requisites()))));
    }

    /** Takes what a payer says of a transfer. */
    public MockReply confirm(String body) {
        var said = MockJson.readExactly(body);
        var minor = minor(said);
        if (text(said, "payment").isEmpty() || text(said, "reference").isEmpty() || minor.isEmpty()) {
            return MockReply.problem(400, "payment, reference, amount and currency are required");
        }
        books.insert(
                new Expected(
                        text(said, "payment"),
                        text(said, "reference"),
                        "confirmed",
                        minor.get(),
                        text(said, "currency"),
                        "{}",
                        "{}",
                        "expected"),
                clock.instant());
        books.confirm(text(said, "payment"), said.path("data").toString());
        return MockReply.json(202, "{}");
    }

    /** What has come for this reference; without one, everything that has come, newest first. */
    public MockReply transfers(String reference) {
        var asked = reference == null ? "" : reference;
        var found = books.transfers(asked, MOST).stream().map(Transfer::said).toList();
        return MockReply.json(200, MockJson.write(asked.isEmpty() ? found : Map.of("transfers", found)));
    }

    /** What came and what was given back on a day of UTC, in parts. */
    public MockReply statement(String day, String after) {
        try {
            var from = LocalDate.parse(String.valueOf(day))
                    .atStartOfDay(ZoneOffset.UTC)
                    .toInstant();
            var place = after == null || after.isBlank() ? new PspPlace(from, "") : PspPlace.read(after);
            return MockReply.json(
                    200, MockJson.write(part(books.between(from, from.plus(Duration.ofDays(1)), place, PAGE))));
        } catch (DateTimeException | IllegalArgumentException e) {
            return MockReply.problem(400, "day is required, as 2026-11-21; after is a next of an answer");
        }
    }

    private static Map<String, Object> part(List<Entry> entries) {
        var last = entries.isEmpty() ? null : entries.get(entries.size() - 1);
        var part = new LinkedHashMap<String, Object>();
        part.put(
                "transfers",
                entries.stream()
                        .flatMap(entry -> entry.transfer().stream())
                        .map(Transfer::said)
                        .toList());
        part.put(
                "refunds",
                entries.stream()
                        .flatMap(entry -> entry.refund().stream())
                        .map(Refund::said)
                        .toList());
        part.put("next", entries.size() < PAGE ? null : new PspPlace(last.at(), last.id()).write());
        return part;
    }

    /** Takes a transfer and tells of it. */
    public MockReply transfer(String body, String path) {
        var said = MockJson.readExactly(body);
        var minor = minor(said);
        if (minor.isEmpty() || minor.get() <= 0) {
            return MockReply.problem(400, "amount and currency are required");
        }
        var transfer = new Transfer(
                "trf_" + UUID.randomUUID(),
                text(said, "reference"),
                minor.get(),
                text(said, "currency"),
                text(said, "sender").isEmpty() ? "A payer" : text(said, "sender"),
                0);
        transactions.executeWithoutResult(transaction -> {
            books.insert(transfer, clock.instant());
            books.end(transfer.reference(), "paid");
            webhooks.tell(transfer.id(), "transfer", path, transfer.said());
        });
        webhooks.hurry(transfer.id());
        return MockReply.json(201, MockJson.write(transfer.said()));
    }

    /** Tells that nothing will come for this reference. */
    public MockReply refuse(String reference, String reason, String path) {
        var said = new LinkedHashMap<String, Object>();
        said.put("reference", reference);
        said.put("reason", reason);
        transactions.executeWithoutResult(transaction -> {
            books.end(reference, "never");
            webhooks.tell(reference, "refusal", path, said);
        });
        webhooks.hurry(reference);
        return MockReply.json(202, MockJson.write(said));
    }

    /** Gives money back. Who comes second with an id finds what the first has done. */
    public MockReply refund(String body) {
        var order = MockJson.readExactly(body);
        var minor = minor(order);
        if (text(order, "id").isEmpty() || text(order, "transfer").isEmpty() || minor.isEmpty()) {
            return MockReply.problem(400, "id, transfer, amount and currency are required");
        }
        try {
            return transactions.execute(transaction -> once(order, minor.get()));
        } catch (DuplicateKeyException e) {
            return transactions.execute(transaction -> once(order, minor.get()));
        }
    }

    /** How a refund stands. */
    public MockReply refunded(String id) {
        return books.refund(id)
                .map(found -> MockReply.json(200, MockJson.write(found.said())))
                .orElseGet(() -> MockReply.problem(404, "unknown"));
    }

    /** All that was given back, and what was not, newest first. */
    public MockReply refunds() {
        return MockReply.json(
                200,
                MockJson.write(books.refunds(MOST).stream().map(Refund::said).toList()));
    }

    /** What became of its webhooks. */
    public MockReply webhooks() {
        return webhooks.list();
    }

    List<Expected> expected() {
        return books.expected(200);
    }

    Optional<Expected> quoted(String reference) {
        return books.quoted(reference);
    }

    List<Transfer> newest() {
        return books.transfers("", 200);
    }

    private MockReply once(JsonNode order, long minor) {
        var money = books.lock(text(order, "transfer"));
        var kept = books.refund(text(order, "id"));
        if (kept.isPresent()) {
            return kept.get().amount() == minor && kept.get().transfer().equals(text(order, "transfer"))
                    ? MockReply.json(200, MockJson.write(kept.get().said()))
                    : MockReply.problem(409, "the id stands for another refund");
        }
        var isLeft = money.filter(transfer -> transfer.currency().equals(text(order, "currency"))
                        && minor > 0
                        && transfer.amount() - transfer.refunded() >= minor)
                .isPresent();
        var refund = new Refund(
                text(order, "id"),
                "brf_" + UUID.randomUUID(),
                text(order, "transfer"),
                text(order, "payment"),
                minor,
                text(order, "currency"),
                isLeft ? "done" : "refused",
                isLeft ? "" : "invalid_amount");
        books.insert(refund, now());
        if (isLeft) {
            books.refund(refund.transfer(), minor);
        }
        return MockReply.json(201, MockJson.write(refund.said()));
    }

    private Map<String, String> requisites(String service) {
        var requisites = new LinkedHashMap<String, String>();
        if (service.startsWith("card_")) {
            requisites.put("card_number", "4111111111111111");
            requisites.put("cardholder_name", "EXAMPLE MERCHANT");
            requisites.put("bank_name", "Mock Bank");
        } else {
            requisites.put("invoice_receipt_number", String.valueOf(now().getEpochSecond()));
        }
        return requisites;
    }

    private Instant now() {
        return clock.instant();
    }

    private static Optional<Long> minor(JsonNode said) {
        try {
            var digits = Currency.getInstance(text(said, "currency")).getDefaultFractionDigits();
            return said.path("amount").isNumber()
                    ? Optional.of(said.path("amount")
                            .decimalValue()
                            .movePointRight(digits)
                            .longValueExact())
                    : Optional.empty();
        } catch (IllegalArgumentException | ArithmeticException e) {
            return Optional.empty();
        }
    }

    private static String text(JsonNode said, String name) {
        return said.path(name).asText("");
    }
}
