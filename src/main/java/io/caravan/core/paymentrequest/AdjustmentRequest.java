package io.caravan.core.paymentrequest;

import io.caravan.core.dialect.Answer;
import io.caravan.core.dialect.RequestKey;
import io.caravan.core.id.Uuids;
import io.caravan.core.money.Money;
import io.caravan.core.payment.OperationKind;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;

/**
 * A sales unit's wish to capture, refund or cancel.
 *
 * @param kind CAPTURE, REFUND or CANCEL
 * @param amount none for a cancel, which releases all that is left
 * @param onlyUnapproved whether a cancel is meant only for a payment that has not been approved
 * @param answer writes what the sales unit is told when it is done
 */
public record AdjustmentRequest(
        OwnPayment own,
        OperationKind kind,
        Optional<Money> amount,
        boolean onlyUnapproved,
        Optional<RequestKey> key,
        Function<Adjusted, Answer> answer) {

    public AdjustmentRequest {
        Objects.requireNonNull(own);
        Objects.requireNonNull(kind);
        Objects.requireNonNull(amount);
        Objects.requireNonNull(key);
        Objects.requireNonNull(answer);
    }

    /**
     * The key among those of this sales unit; that of a cancel among those of its payment: shops cancel whatever they
     * cancel with one key.
     */
    public Optional<RequestKey> ownKey() {
        var unit = own.unit().msn();
        var space = kind == OperationKind.CANCEL ? unit + "/" + Uuids.derived("cancel " + own.reference()) : unit;
        return key.map(given -> given.within(space));
    }
}
