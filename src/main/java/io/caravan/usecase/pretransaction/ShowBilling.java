package io.caravan.usecase.pretransaction;

import io.caravan.core.payment.Billing;
import io.caravan.core.payment.BillingCode;
import io.caravan.core.payment.BillingStage;
import io.caravan.core.payment.Operation;
import io.caravan.core.payment.OperationId;
import io.caravan.core.payment.OperationKind;
import io.caravan.core.payment.Payments;
import java.util.Optional;

/** Shows the payer of a payment by phone bill how far it has come, and what is wanted. */
public class ShowBilling {

    private final Payments payments;

    public ShowBilling(Payments payments) {
        this.payments = payments;
    }

    /** How this charge stands; empty if it is no charge on a phone's bill. */
    public Optional<Billing> show(OperationId id) {
        return payments.operation(id)
                .filter(operation -> operation.kind() == OperationKind.CHARGE)
                .flatMap(this::billing);
    }

    private Optional<Billing> billing(Operation charge) {
        var payment = payments.find(charge.payment()).orElseThrow();
        return payment.bill().map(bill -> {
            var stage = BillingStage.of(charge.state());
            return new Billing(
                    charge.id(),
                    payment.id(),
                    payment.invoice().orElseThrow(),
                    bill,
                    charge.amount(),
                    stage,
                    charge.reason()
                            .filter(reason -> stage == BillingStage.REFUSED)
                            .flatMap(BillingCode::of));
        });
    }
}
