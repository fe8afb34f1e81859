package io.caravan.channel;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.caravan.core.notice.Announcement;
import io.caravan.core.notice.NoticeKind;
import io.caravan.core.notice.Outgoing;
import io.caravan.core.notice.PaymentAnnouncement;
import io.caravan.core.paymentrequest.OfferedLine;
import io.caravan.core.paymentrequest.OfferedLink;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
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

    /** A line of what is sold. */
    private record Line(String name, BigDecimal amount, String currency) {}

    /** An address that shows more of it, and that of a picture beside it. */
    private record Link(String category, String url, @JsonInclude(JsonInclude.Include.NON_NULL) String imageUrl) {}

    /** The same of a payment; {@code detailsUrl} shows what is sold. */
    private record PaymentPush(
            String id,
            String kind,
            UUID paymentId,
            String phone,
            String title,
            BigDecimal amount,
            String currency,
            String merchant,
            String reference,
            List<String> scopes,
            @JsonInclude(JsonInclude.Include.NON_NULL) String detailsUrl,
            List<Line> lines,
            List<Link> links) {}

    /** The announcement as JSON. Its id is the same for every attempt. */
    public String write(Outgoing outgoing) throws JsonProcessingException {
        return outgoing instanceof PaymentAnnouncement asked
                ? writePayment(asked)
                : writeInvoice((Announcement) outgoing);
    }

    private String writePayment(PaymentAnnouncement asked) throws JsonProcessingException {
        var payment = asked.payment();
        var unit = payment.unit().name();
        var amount = payment.payment().amount();
        return json.writeValueAsString(new PaymentPush(
                asked.notice().id().toString(),
                "payment",
                payment.payment().id().value(),
                asked.notice().recipient().number(),
                title(asked.notice().kind(), unit, null),
                amount.amount(),
                amount.currency().getCurrencyCode(),
                unit,
                payment.request().reference(),
                payment.request().terms().scopes(),
                payment.details().orElse(null),
                payment.lines().stream().map(PushGateway::line).toList(),
                payment.links().stream().map(PushGateway::link).toList()));
    }

    private static Line line(OfferedLine sold) {
        return new Line(
                sold.name(), sold.amount().amount(), sold.amount().currency().getCurrencyCode());
    }

    private static Link link(OfferedLink link) {
        return new Link(link.kind().name(), link.url(), link.image().orElse(null));
    }

    private String writeInvoice(Announcement announcement) throws JsonProcessingException {
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
            case PAYMENT_ASKED -> issuer + " asks for a payment";
            case PAYMENT_REMINDER -> "Do not forget the payment to " + issuer;
            case PAYMENT_LAST_REMINDER -> "Last chance: the payment to " + issuer + " ends soon";
            case INVOICE_PROMPTED -> "Pay a bill from " + issuer;
            case INVOICE_RECEIPT -> "The bill from " + issuer + " has been paid";
        };
    }
}
