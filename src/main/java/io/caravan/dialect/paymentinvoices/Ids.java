package io.caravan.dialect.paymentinvoices;

import io.caravan.core.id.Uuids;
import io.caravan.core.merchant.MerchantId;
import io.caravan.core.payment.OperationId;
import io.caravan.core.payment.PaymentId;
import io.caravan.core.paymentinvoice.PaymentInvoiceId;
import io.caravan.core.problem.Problem;
import io.caravan.core.problem.ProblemCode;
import java.util.Optional;

/** Ids as merchants read them. */
final class Ids {

    private static final String REFUND = "ref_";

    private Ids() {}

    static String of(PaymentId payment) {
        return "pay_" + Uuids.base32(payment.value());
    }

    static String of(OperationId refund) {
        return REFUND + Uuids.base32(refund.value());
    }

    /** The same for each payment of the customer whom the merchant calls this. */
    static String customer(MerchantId merchant, String reference) {
        return "cus_" + Uuids.base32(Uuids.derived("customer " + merchant + " " + reference));
    }

    /** @throws Problem PAYMENT_UNKNOWN for what is no payment invoice's id */
    static PaymentInvoiceId invoice(String text) {
        return PaymentInvoiceId.parse(text).orElseThrow(() -> Problem.of(ProblemCode.PAYMENT_UNKNOWN, "id"));
    }

    /** @throws Problem PAYMENT_UNKNOWN for what is no refund's id */
    static OperationId refund(String text) {
        return Optional.ofNullable(text)
                .filter(id -> id.startsWith(REFUND))
                .flatMap(id -> Uuids.parseBase32(id.substring(REFUND.length())))
                .map(OperationId::new)
                .orElseThrow(() -> Problem.of(ProblemCode.PAYMENT_UNKNOWN, "id"));
    }
}
