package io.caravan.dialect.epayment;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.caravan.core.dialect.Answer;
import io.caravan.core.payment.Payment;
import io.caravan.core.paymentrequest.ApprovalOutcome;
import io.caravan.core.paymentrequest.OfferedLine;
import io.caravan.core.paymentrequest.OfferedLink;
import io.caravan.core.paymentrequest.OfferedPayment;
import io.caravan.json.StrictJson;
import java.math.BigDecimal;
import java.util.List;

/** What the wallet app is told of payments. */
final class WalletWriter {

    private WalletWriter() {}

    private record Standing(String id, String status) {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    private record Offered(
            String id,
            String status,
            BigDecimal amount,
            String currency,
            String merchant,
            String reference,
            List<String> scopes,
            String description,
            String detailsUrl,
            List<Line> lines,
            List<Link> links) {}

    private record Line(String name, BigDecimal amount, String currency) {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    private record Link(String category, String url, String imageUrl) {}

    /** A refused card leaves the payment as it was; while nobody knows, the app is told so. */
    static Answer approval(ApprovalOutcome outcome) {
        return outcome.authorization()
                .map(operation -> switch (operation.state()) {
                    case DONE -> standing(200, outcome.payment());
                    case REFUSED -> standing(400, outcome.payment());
                    case REQUESTED, SENT, WAITING, UNKNOWN -> standing(500, outcome.payment());
                })
                .orElseGet(() -> standing(200, outcome.payment()));
    }

    static Answer standing(int status, Payment payment) {
        return Answer.json(
                status,
                StrictJson.bytes(
                        new Standing(payment.id().toString(), payment.status().name())));
    }

    static Answer offered(OfferedPayment offered) {
        var payment = offered.payment();
        var terms = offered.request().terms();
        return Answer.json(
                200,
                StrictJson.bytes(new Offered(
                        payment.id().toString(),
                        payment.status().name(),
                        payment.amount().amount(),
                        payment.amount().currency().getCurrencyCode(),
                        offered.unit().name(),
                        offered.request().reference(),
                        terms.scopes(),
                        terms.description().orElse(null),
                        offered.details().orElse(null),
                        offered.lines().stream().map(WalletWriter::line).toList(),
                        offered.links().stream().map(WalletWriter::link).toList())));
    }

    private static Line line(OfferedLine sold) {
        return new Line(
                sold.name(), sold.amount().amount(), sold.amount().currency().getCurrencyCode());
    }

    private static Link link(OfferedLink link) {
        return new Link(link.kind().name(), link.url(), link.image().orElse(null));
    }
}
