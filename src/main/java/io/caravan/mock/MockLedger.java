package io.caravan.mock;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What the acquirer tells of what it has done: of one instruction, of a session, of a day, of everything. */
public final class MockLedger {

    private static final int PAGE = 500;
    private static final int MOST = 20_000;

    private final PspBooks books;
    private final PspAnswers answers;

    /** {@code url}: where the mocks are found. */
    public MockLedger(MockMemory memory, String url) {
        this.books = new PspBooks(memory.jdbc());
        this.answers = new PspAnswers(books, url);
    }

    /** Where a session stands. */
    public MockReply session(String id) {
        return books.payment(id)
                .filter(PspPayment::isSession)
                .map(answers::toQuestion)
                .orElseGet(() -> MockReply.problem(404, "There is no such session"));
    }

    /** What became of the instruction with this key. */
    public MockReply operation(String key) {
        return books.operation(key).map(answers::toQuestion).orElseGet(() -> MockReply.problem(404, "unknown"));
    }

    /** The operations of a day (UTC), behind the place that the answer before named. */
    public MockReply operations(String day, String after) {
        try {
            var from = LocalDate.parse(String.valueOf(day))
                    .atStartOfDay(ZoneOffset.UTC)
                    .toInstant();
            var place = after == null || after.isBlank() ? new PspPlace(from, "") : PspPlace.read(after);
            var found = books.between(from, from.plus(Duration.ofDays(1)), place, PAGE);
            var answer = new LinkedHashMap<String, Object>();
            answer.put("operations", found.stream().map(PspOperation::listed).toList());
            answer.put(
                    "next",
                    found.size() < PAGE
                            ? null
                            : PspPlace.behind(found.get(PAGE - 1)).write());
            return MockReply.json(200, MockJson.write(answer));
        } catch (DateTimeException | IllegalArgumentException e) {
            return MockReply.problem(400, "day is required, as 2026-11-21; after is a next of an answer");
        }
    }

    /** Everything it believes, newest first. */
    public MockReply payments() {
        return MockReply.json(
                200,
                MockJson.write(newest(MOST).stream().map(MockLedger::believed).toList()));
    }

    List<PspOperation> newest(int limit) {
        return books.newest(limit);
    }

    private static Map<String, Object> believed(PspOperation operation) {
        var line = operation.listed();
        line.put("payment", operation.payment());
        line.put("text", operation.request().path("text").asText());
        return line;
    }
}
