package io.caravan.dialect.epayment;

import io.caravan.core.dialect.Answer;
import io.caravan.core.dialect.RequestKey;
import io.caravan.core.page.PageToken;
import io.caravan.core.payment.OperationKind;
import io.caravan.core.paymentrequest.Adjusted;
import io.caravan.core.paymentrequest.AdjustmentRequest;
import io.caravan.core.paymentrequest.ApprovalInPlace;
import io.caravan.core.paymentrequest.OwnPayment;
import io.caravan.core.problem.InvalidInput;
import java.util.Optional;
import java.util.function.Function;

/** Reads what a sales unit wants done about its payment. */
final class AdjustmentReader {

    private static final String KEY = "Idempotency-Key";
    private static final int LONGEST_KEY = 50;

    private AdjustmentReader() {}

    /** A key that must be there. */
    static RequestKey required(Optional<RequestKey> key) {
        return optional(key).orElseThrow(() -> InvalidInput.of(KEY, FaultCodes.REQUIRED));
    }

    static Optional<RequestKey> optional(Optional<RequestKey> key) {
        if (key.filter(given -> given.key().length() > LONGEST_KEY).isPresent()) {
            throw InvalidInput.of(KEY, "must be at most " + LONGEST_KEY + " characters long");
        }
        return key;
    }

    /** A capture or a refund. */
    static AdjustmentRequest amount(
            OperationKind kind,
            OwnPayment own,
            byte[] body,
            Optional<RequestKey> key,
            Function<Adjusted, Answer> answer) {
        var known = required(key);
        var fields = Json.fields(body);
        var amount = PaymentReader.amount(fields, "modificationAmount", 1);
        fields.refuseIfAny();
        return new AdjustmentRequest(own, kind, amount, false, Optional.of(known), answer);
    }

    /** A cancel, which may come without a body. */
    static AdjustmentRequest cancel(
            OwnPayment own, byte[] body, Optional<RequestKey> key, Function<Adjusted, Answer> answer) {
        var onlyUnapproved = false;
        if (body.length > 0) {
            var fields = Json.fields(body);
            onlyUnapproved = fields.flag("cancelTransactionOnly").orElse(false);
            fields.refuseIfAny();
        }
        return new AdjustmentRequest(
                own, OperationKind.CANCEL, Optional.empty(), onlyUnapproved, optional(key), answer);
    }

    /** An approval in the payer's place. */
    static ApprovalInPlace approval(OwnPayment own, byte[] body) {
        if (body.length == 0) {
            return new ApprovalInPlace(own, Optional.empty(), Optional.empty());
        }
        var fields = Json.fields(body);
        var phone = fields.object("customer").flatMap(customer -> {
            var number = PaymentReader.phoneNumber(customer);
            if (number.isEmpty()) {
                customer.wrong("phoneNumber", "must be a phone number with the code of its country, 9 to 15 digits");
            }
            return number;
        });
        var token = fields.text("token", 1, 100);
        if (token.filter(text -> PageToken.parse(text).isEmpty()).isPresent()) {
            fields.wrong("token", "is not that of this payment");
        }
        fields.refuseIfAny();
        return new ApprovalInPlace(own, phone, token.flatMap(PageToken::parse));
    }
}
