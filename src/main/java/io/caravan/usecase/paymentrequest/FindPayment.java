package io.caravan.usecase.paymentrequest;

import io.caravan.core.event.Events;
import io.caravan.core.payment.PaymentStatus;
import io.caravan.core.payment.Payments;
import io.caravan.core.paymentrequest.OwnPayment;
import io.caravan.core.paymentrequest.PaymentReport;
import io.caravan.core.paymentrequest.PaymentRequests;
import io.caravan.core.problem.Problem;
import io.caravan.core.problem.ProblemCode;
import io.caravan.core.profile.ProfileConsents;

/** Looks up a sales unit's own payment. */
public class FindPayment {

    private final PaymentRequests requests;
    private final Payments payments;
    private final Events events;
    private final ProfileConsents consents;

    public FindPayment(PaymentRequests requests, Payments payments, Events events, ProfileConsents consents) {
        this.requests = requests;
        this.payments = payments;
        this.events = events;
        this.consents = consents;
    }

    /**
     * How it stands.
     *
     * @throws Problem PAYMENT_UNKNOWN for a reference that this sales unit has not used
     */
    public PaymentReport find(OwnPayment own) {
        var request = requests.find(own.unit().merchant(), own.unit().msn(), own.reference())
                .orElseThrow(() -> Problem.of(ProblemCode.PAYMENT_UNKNOWN, "reference"));
        var payment = payments.find(request.payment()).orElseThrow();
        var report = new PaymentReport(request, payment, events.of(payment.id().value()));
        return report.status() == PaymentStatus.AUTHORIZED
                ? new PaymentReport(request, payment, report.events(), consents.sub(payment.merchant(), payment.id()))
                : report;
    }
}
