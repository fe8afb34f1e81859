package io.caravan.usecase.paymentrequest;

import io.caravan.core.page.PageLinks;
import io.caravan.core.payer.Payers;
import io.caravan.core.payment.OperationId;
import io.caravan.core.payment.Payments;
import io.caravan.core.paymentrequest.ApprovalInPlace;
import io.caravan.core.paymentrequest.PaymentRequests;
import io.caravan.core.problem.InvalidInput;
import io.caravan.core.problem.Problem;
import io.caravan.core.problem.ProblemCode;
import io.caravan.core.profile.ProfileConsents;
import io.caravan.core.profile.Profiles;
import java.time.Clock;

/** Begins to reserve the money of a payment that a test sales unit approves in the payer's place. */
public class ApproveInPlace {

    private final Payers payers;
    private final PaymentRequests requests;
    private final Payments payments;
    private final Approvals approvals;
    private final PageLinks links;
    private final Clock clock;

    public ApproveInPlace(
            Payers payers,
            PaymentRequests requests,
            Payments payments,
            Profiles profiles,
            ProfileConsents consents,
            PageLinks links,
            Clock clock) {
        this.payers = payers;
        this.requests = requests;
        this.payments = payments;
        this.approvals = new Approvals(payments, profiles, consents);
        this.links = links;
        this.clock = clock;
    }

    /**
     * The authorization, which has yet to be sent.
     *
     * @throws Problem APPROVAL_NOT_ALLOWED for other sales units, PAYMENT_UNKNOWN, PAYER_UNKNOWN, or why it cannot be
     *     approved now
     * @throws InvalidInput if nobody is asked and none is named, or the token is that of another payment
     */
    public OperationId approve(ApprovalInPlace wish) {
        var unit = wish.own().unit();
        if (!unit.settings().test()) {
            throw Problem.of(ProblemCode.APPROVAL_NOT_ALLOWED, unit.msn());
        }
        var id = requests.find(unit.merchant(), unit.msn(), wish.own().reference())
                .orElseThrow(() -> Problem.of(ProblemCode.PAYMENT_UNKNOWN, "reference"))
                .payment();
        var payment = Approvals.open(payments, id);
        var request = requests.find(id).orElseThrow();
        if (wish.token()
                .filter(token -> !token.text().equals(links.token(request.page())))
                .isPresent()) {
            throw InvalidInput.of("token", "is not that of this payment");
        }
        var phone = (request.named() ? request.phone() : wish.phone().or(request::phone))
                .orElseThrow(() -> InvalidInput.of("customer", "is required: nobody is asked yet"));
        var payer = payers.find(phone).orElseThrow(() -> Problem.of(ProblemCode.PAYER_UNKNOWN, "phone"));
        requests.bind(id, phone);
        return approvals.begin(payment, request, payer, clock.instant());
    }
}
