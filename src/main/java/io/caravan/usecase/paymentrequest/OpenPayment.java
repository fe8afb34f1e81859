package io.caravan.usecase.paymentrequest;

import io.caravan.core.payer.Payers;
import io.caravan.core.payment.Payments;
import io.caravan.core.paymentrequest.OfferedPayment;
import io.caravan.core.paymentrequest.Opening;
import io.caravan.core.paymentrequest.PaymentRequests;
import io.caravan.core.problem.Forbidden;
import io.caravan.core.problem.Problem;
import io.caravan.core.problem.ProblemCode;

/** Brings a payment to the app of a payer who has opened its page there. */
public class OpenPayment {

    private final Payers payers;
    private final PaymentRequests requests;
    private final Payments payments;
    private final FindOffer offers;

    public OpenPayment(Payers payers, PaymentRequests requests, Payments payments, FindOffer offers) {
        this.payers = payers;
        this.requests = requests;
        this.payments = payments;
        this.offers = offers;
    }

    /**
     * The payment, which waits for this payer from now on. Whoever opens it last is asked, unless the sales unit has named
     * somebody.
     *
     * @throws Problem PAYMENT_UNKNOWN if there is none, or it is for somebody else; PAYMENT_CLOSED if it has ended;
     *     PAYMENT_IN_PROGRESS while it is being authorized
     */
    public OfferedPayment open(Opening opening) {
        var payer = payers.find(opening.payer()).orElseThrow(Forbidden::new);
        var request =
                requests.find(opening.token()).orElseThrow(() -> Problem.of(ProblemCode.PAYMENT_UNKNOWN, "payment"));
        if (request.named() && request.phone().filter(payer.phone()::equals).isEmpty()) {
            throw Problem.of(ProblemCode.PAYMENT_UNKNOWN, "payment");
        }
        var payment = Approvals.open(payments, request.payment());
        requests.bind(payment.id(), payer.phone());
        return offers.find(payment.id());
    }
}
