package io.caravan.usecase.paymentrequest;

import io.caravan.core.event.EventType;
import io.caravan.core.event.Events;
import io.caravan.core.payer.Payers;
import io.caravan.core.payment.History;
import io.caravan.core.payment.Payment;
import io.caravan.core.payment.PaymentStatus;
import io.caravan.core.payment.Payments;
import io.caravan.core.paymentrequest.Approval;
import io.caravan.core.paymentrequest.PaymentRequests;
import io.caravan.core.problem.Forbidden;
import io.caravan.core.problem.Problem;
import io.caravan.core.problem.ProblemCode;
import java.time.Clock;
import java.util.Map;

/** Ends a payment because its payer does not want it. */
public class RejectPayment {

    private final Payers payers;
    private final PaymentRequests requests;
    private final Payments payments;
    private final History history;
    private final Clock clock;

    public RejectPayment(Payers payers, PaymentRequests requests, Payments payments, Events events, Clock clock) {
        this.payers = payers;
        this.requests = requests;
        this.payments = payments;
        this.history = new History(payments, events);
        this.clock = clock;
    }

    /**
     * The payment at its end.
     *
     * @throws Problem PAYMENT_UNKNOWN for anybody else's payment, PAYMENT_CLOSED, or PAYMENT_IN_PROGRESS
     */
    public Payment reject(Approval rejection) {
        var payer = payers.find(rejection.payer()).orElseThrow(Forbidden::new);
        requests.find(rejection.payment())
                .filter(asked -> asked.phone().filter(payer.phone()::equals).isPresent())
                .orElseThrow(() -> Problem.of(ProblemCode.PAYMENT_UNKNOWN, "payment"));
        var aborted = Approvals.open(payments, rejection.payment()).end(PaymentStatus.ABORTED);
        history.write(aborted, EventType.PAYMENT_ABORTED, clock.instant(), Map.of());
        return aborted;
    }
}
