package io.caravan.mock;

import java.util.LinkedHashMap;
import java.util.Map;

/** What the acquirer answers. */
final class PspAnswers {

    private final PspBooks books;
    private final String url;

    /** {@code url}: where the mocks are found. */
    PspAnswers(PspBooks books, String url) {
        this.books = books;
        this.url = url;
    }

    /** The answer to an instruction: the same whenever it is given. */
    MockReply toInstruction(PspOperation operation) {
        if (operation.isSession()) {
            var payment = books.payment(operation.payment()).orElseThrow();
            return MockReply.json(201, MockJson.write(said(payment, PspStatus.OPEN, "")));
        }
        return MockReply.json(operation.isDone() ? 201 : 402, MockJson.write(operation.said()));
    }

    /** The answer to a question about an instruction: what has become of it by now, and where its page is. */
    MockReply toQuestion(PspOperation operation) {
        var isRefusal = !operation.isSession() && !operation.isDone();
        var said = operation.said();
        if (operation.isSession()) {
            said.put("url", page(operation.payment()));
        }
        return MockReply.json(isRefusal ? 402 : 200, MockJson.write(said));
    }

    MockReply toQuestion(PspPayment session) {
        return MockReply.json(200, MockJson.write(said(session, session.status(), session.problem())));
    }

    private Map<String, Object> said(PspPayment session, PspStatus status, String reason) {
        var said = new LinkedHashMap<String, Object>();
        said.put("id", session.id());
        said.put("status", status.word());
        said.put("url", page(session.id()));
        said.put("reference", session.reference());
        said.put("amount", session.amount());
        said.put("currency", session.currency());
        said.put("expiresAt", session.expiresAt().map(Object::toString).orElse(""));
        if (!reason.isEmpty()) {
            said.put("reason", reason);
        }
        return said;
    }

    private String page(String session) {
        return url + "/mock/psp/sessions/" + session;
    }
}
