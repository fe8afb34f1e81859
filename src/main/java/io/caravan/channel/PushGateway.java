package io.caravan.channel;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.caravan.core.notice.Announcement;
import io.caravan.core.notice.NoticeKind;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.UUID;

/** What the push gateway is told. */
public final class PushGateway {

    private final ObjectMapper json;

    public PushGateway(ObjectMapper json) {
        this.json = json;
    }

    /** A message to a phone; {@code title} is what its screen shows. Without a question there is no consent. */
    private record Push(
            String id,
            String kind,
            UUID invoiceId,
            @JsonInclude(JsonInclude.Include.NON_NULL) UUID consentId,
            String phone,
            String title,
            BigDecimal amount,
            String currency,
            LocalDate dueDate,
            String issuer,
            String reference,
            @JsonInclude(JsonInclude.Include.NON_NULL) LocalDate paymentDate) {}

    /** The announcement as JSON. Its id is the same for every attempt. */
    public String write(Announcement announcement) throws JsonProcessingException {
        var notice = announcement.notice();
        var draft = announcement.invoice().draft();
        var issuer = announcement.issuer().name();
        return json.writeValueAsString(new Push(
                notice.id().toString(),
                isQuestion(notice.kind()) ? "consent" : "invoice",
                announcement.invoice().id().value(),
                isQuestion(notice.kind()) ? notice.subject() : null,
                notice.recipient().number(),
                title(notice.kind(), issuer, draft.dueDate()),
                draft.total().amount(),
                draft.total().currency().getCurrencyCode(),
                draft.dueDate(),
                issuer,
                draft.document().reference(),
                announcement.wish().orElse(null)));
    }

    private static boolean isQuestion(NoticeKind kind) {
        return kind == NoticeKind.CONSENT_ASKED;
    }

    private static String title(NoticeKind kind, String issuer, LocalDate dueDate) {
        return switch (kind) {
            case INVOICE_CREATED -> issuer + " wants to send you a bill";
            case INVOICE_REMINDER -> "Do not forget the bill of " + issuer + ", due " + dueDate;
            case PAYMENT_FAILED -> "Your payment to " + issuer + " has failed";
            case CONSENT_ASKED -> "May " + issuer + " send its bills directly to you?";
            case INVOICE_PROMPTED -> "Pay a bill from " + issuer;
        };
    }
}
