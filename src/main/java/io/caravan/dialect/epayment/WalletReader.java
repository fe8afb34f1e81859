package io.caravan.dialect.epayment;

import io.caravan.core.page.PageToken;
import io.caravan.core.payer.PayerId;
import io.caravan.core.payment.PaymentId;
import io.caravan.core.paymentrequest.Approval;
import io.caravan.core.paymentrequest.Opening;
import io.caravan.core.problem.Problem;
import io.caravan.core.problem.ProblemCode;
import java.util.regex.Pattern;

/** Reads what the wallet app says of payments. */
final class WalletReader {

    /** In the address of a page, or in one that opens the app. */
    private static final Pattern TOKEN = Pattern.compile("(?:/pay/|token=)([A-Za-z0-9_-]{22})(?:[/?&#].*)?$");

    private WalletReader() {}

    static Approval approval(PayerId payer, String payment, byte[] body) {
        var shares = true;
        if (body.length > 0) {
            var fields = Json.fields(body);
            shares = fields.flag("consent").orElse(true);
            fields.refuseIfAny();
        }
        return new Approval(payer, id(payment), shares);
    }

    private static PaymentId id(String text) {
        return PaymentId.parse(text).orElseThrow(() -> Problem.of(ProblemCode.PAYMENT_UNKNOWN, "payment"));
    }

    static Opening opening(PayerId payer, byte[] body) {
        var fields = Json.fields(body);
        var url = fields.required("url", fields.text("url", 1, 2500));
        fields.refuseIfAny();
        return url.map(TOKEN::matcher)
                .filter(found -> found.find())
                .flatMap(found -> PageToken.parse(found.group(1)))
                .map(token -> new Opening(payer, token))
                .orElseThrow(() -> Problem.of(ProblemCode.PAYMENT_UNKNOWN, "payment"));
    }
}
