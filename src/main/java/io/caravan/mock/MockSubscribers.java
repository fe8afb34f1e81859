package io.caravan.mock;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.transaction.support.TransactionTemplate;

/** The owners of phones, whom the carrier asks by SMS: they reply OK, or NO, or enter a PIN elsewhere, or do nothing. */
public final class MockSubscribers {

    private static final Duration THINKING = Duration.ofSeconds(2);

    private final CarrierBooks books;
    private final TransactionTemplate transactions;
    private final MockWebhooks webhooks;
    private final Clock clock;

    /** {@code webhooks}: of the carrier. */
    public MockSubscribers(MockMemory memory, MockWebhooks webhooks, Clock clock) {
        this.books = new CarrierBooks(memory.jdbc());
        this.transactions = memory.transactions();
        this.webhooks = webhooks;
        this.clock = clock;
    }

    /** What waits for an answer on this phone. */
    public MockReply waiting(String phone) {
        return MockReply.json(
                200,
                MockJson.write(books.pending(normal(phone)).stream()
                        .map(MockSubscribers::sms)
                        .toList()));
    }

    /** Replies {@code ok} or {@code no} to an SMS. */
    public MockReply reply(String phone, String transactionId, String answer, String path) {
        var found = books.find(transactionId).filter(one -> one.recipient().equals(normal(phone)));
        if (found.isEmpty()) {
            return MockReply.problem(404, "There is no such SMS on this phone");
        }
        return switch (answer) {
            case "ok" -> found.get().byReply() ? end(transactionId, Answer.OK, path) : refuse("A PIN is wanted");
            case "no" -> end(transactionId, Answer.NO, path);
            default -> MockReply.problem(404, "ok or no");
        };
    }

    /** Ends what took too long, and lets those answer who do so by themselves. */
    public void act() {
        var now = now();
        for (var one : books.pending("")) {
            if (!now.isBefore(one.expiresAt())) {
                end(one.transactionId(), Answer.NONE, "");
            } else if (!now.isBefore(one.at().plus(THINKING)) && one.byReply()) {
                own(one.recipient()).ifPresent(answer -> end(one.transactionId(), answer, ""));
            }
        }
    }

    List<CarrierTransaction> pending() {
        return books.pending("");
    }

    private enum Answer {
        OK,
        NO,
        NONE
    }

    private static Optional<Answer> own(String phone) {
        return CarrierPhone.of(phone)
                .filter(known -> known.refusal().isEmpty())
                .map(known -> known == CarrierPhone.AGREES ? Answer.OK : Answer.NO);
    }

    private MockReply end(String transactionId, Answer answer, String path) {
        var ended = transactions.execute(transaction -> {
            var before = books.lock(transactionId).orElseThrow();
            if (!before.isPending()) {
                return Optional.<CarrierTransaction>empty();
            }
            var isLate = !now().isBefore(before.expiresAt());
            var after =
                    switch (isLate ? Answer.NONE : answer) {
                        case OK -> before.taken(now());
                        case NO -> before.failed("Rejected", now());
                        case NONE -> before.failed(before.byReply() ? "Expired" : "OneTimePasswordExpired", now());
                    };
            books.update(after);
            webhooks.tell(transactionId, after.action(), path, after.said());
            return Optional.of(after);
        });
        webhooks.hurry(transactionId);
        return ended.map(one -> MockReply.json(200, MockJson.write(one.said())))
                .orElseGet(() -> refuse("This is no longer possible"));
    }

    private static MockReply refuse(String why) {
        return MockReply.problem(409, why);
    }

    private static Map<String, Object> sms(CarrierTransaction one) {
        var sms = new LinkedHashMap<String, Object>();
        sms.put("id", one.transactionId());
        sms.put("phone", one.recipient());
        sms.put("text", text(one));
        sms.put("answers", one.byReply() ? List.of("ok", "no") : List.of("no"));
        return sms;
    }

    /** As the owner of the phone reads it. */
    static String text(CarrierTransaction one) {
        var what =
                MockPayPage.money(one.amount(), one.currency()) + " for " + one.text() + " goes on your phone bill. ";
        return what + (one.byReply() ? "Reply OK to agree." : "Your PIN is 1234.");
    }

    private static String normal(String phone) {
        return phone.trim().startsWith("+") ? phone.trim() : "+" + phone.trim();
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
