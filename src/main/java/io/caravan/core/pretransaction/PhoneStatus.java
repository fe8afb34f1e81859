package io.caravan.core.pretransaction;

import io.caravan.core.payment.BillingCode;
import io.caravan.core.payment.BillingStage;
import io.caravan.core.payment.Operation;
import io.caravan.core.payment.Payment;
import java.util.Optional;

/**
 * Where a payment on a phone's bill stands, in the words of phone billing.
 *
 * @param code Queued, Sent, Failed, Ok or Reversed
 * @param detail why, in the carrier's word
 */
public record PhoneStatus(String code, String detail) {

    /** @param charge on the phone's bill */
    static PhoneStatus of(Payment payment, Operation charge) {
        return switch (BillingStage.of(charge.state())) {
            case BEGUN -> new PhoneStatus("Queued", BillingCode.NONE.word());
            case WAITING -> new PhoneStatus("Sent", BillingCode.PENDING.word());
            case TAKEN ->
                new PhoneStatus(payment.refunded().isPositive() ? "Reversed" : "Ok", BillingCode.DELIVERED.word());
            case REFUSED -> new PhoneStatus("Failed", detail(charge.reason()));
        };
    }

    private static String detail(Optional<String> reason) {
        return reason.flatMap(BillingCode::of).map(BillingCode::word).orElse(BillingCode.OTHER_ERROR.word());
    }
}
