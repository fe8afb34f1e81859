package io.caravan.usecase.paymentrequest;

import io.caravan.core.event.EventType;
import io.caravan.core.event.Events;
import io.caravan.core.payer.Payers;
import io.caravan.core.payment.History;
import io.caravan.core.payment.OperationId;
import io.caravan.core.payment.PaymentStatus;
import io.caravan.core.payment.Payments;
import io.caravan.core.paymentrequest.Approval;
import io.caravan.core.paymentrequest.PaymentRequests;
import io.caravan.core.problem.Forbidden;
import io.caravan.core.problem.Problem;
import io.caravan.core.problem.ProblemCode;
import io.caravan.core.profile.ProfileConsents;
import io.caravan.core.profile.Profiles;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;

/**
 * Begins to reserve the money of a payment that its payer approves in the wallet. Who does not share what the merchant
 * asks for ends the payment instead.
 */
public class ApprovePayment {

    private final Payers payers;
    private final PaymentRequests requests;
    private final Payments payments;
    private final Approvals approvals;
    private final History history;
    private final Clock clock;

    public ApprovePayment(
            Payers payers,
            PaymentRequests requests,
            Payments payments,
            Profiles profiles,
            ProfileConsents consents,
            Events events,
            Clock clock) {
        this.payers = payers;
        this.requests = requests;
        this.payments = payments;
        this.approvals = new Approvals(payments, profiles, consents);
        this.history = new History(payments, events);
        this.clock = clock;
    }

    /**
     * The authorization, which has yet to be sent; none if the payer does not share. No money moves before this has been
     * committed.
     *
     * @throws Problem PAYMENT_UNKNOWN for anybody else's payment, or why it cannot be approved now
     */
    public Optional<OperationId> approve(Approval approval) {
        var payer = payers.find(approval.payer()).orElseThrow(Forbidden::new);
        var unlocked =
                requests.find(approval.payment()).orElseThrow(() -> Problem.of(ProblemCode.PAYMENT_UNKNOWN, "payment"));
        var payment = Approvals.open(payments, unlocked.payment());
        var request = requests.find(payment.id())
                .filter(asked -> asked.phone().filter(payer.phone()::equals).isPresent())
                .orElseThrow(() -> Problem.of(ProblemCode.PAYMENT_UNKNOWN, "payment"));
        var now = clock.instant();
        if (!approval.shares() && !request.terms().scopes().isEmpty()) {
            history.write(payment.end(PaymentStatus.ABORTED), EventType.PAYMENT_ABORTED, now, Map.of());
            return Optional.empty();
        }
        return Optional.of(approvals.begin(payment, request, payer, now));
    }
}
