package io.caravan.usecase.paymentrequest;

import io.caravan.core.payer.Payer;
import io.caravan.core.payment.OperationId;
import io.caravan.core.payment.Payment;
import io.caravan.core.payment.PaymentId;
import io.caravan.core.payment.PaymentStatus;
import io.caravan.core.payment.Payments;
import io.caravan.core.paymentrequest.PaymentRequest;
import io.caravan.core.paymentrequest.PaymentRules;
import io.caravan.core.problem.Problem;
import io.caravan.core.problem.ProblemCode;
import io.caravan.core.profile.ProfileConsents;
import io.caravan.core.profile.ProfileScope;
import io.caravan.core.profile.Profiles;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Collectors;

/** How a payment for a sale is approved, whoever does it. */
final class Approvals {

    private final Payments payments;
    private final Profiles profiles;
    private final ProfileConsents consents;

    Approvals(Payments payments, Profiles profiles, ProfileConsents consents) {
        this.payments = payments;
        this.profiles = profiles;
        this.consents = consents;
    }

    /**
     * The payment, locked, that can still be answered.
     *
     * @throws Problem PAYMENT_CLOSED if it has ended, PAYMENT_IN_PROGRESS while it is being authorized
     */
    static Payment open(Payments payments, PaymentId id) {
        var payment = payments.lock(id).orElseThrow(() -> Problem.of(ProblemCode.PAYMENT_UNKNOWN, "payment"));
        if (payment.status() != PaymentStatus.CREATED) {
            throw Problem.of(ProblemCode.PAYMENT_CLOSED, id);
        }
        if (payments.operations(id).stream()
                .anyMatch(operation -> operation.state().isOpen())) {
            throw Problem.of(ProblemCode.PAYMENT_IN_PROGRESS, id);
        }
        return payment;
    }

    /**
     * The instruction to reserve the money on this payer's card, which has yet to be sent. The payer shares what the
     * merchant asks for.
     */
    OperationId begin(Payment open, PaymentRequest request, Payer payer, Instant now) {
        if (!now.isBefore(request.expiresAt())) {
            throw Problem.of(ProblemCode.PAYMENT_CLOSED, open.id());
        }
        PaymentRules.checkPayer(payer, request.terms(), profiles.find(payer.id()), now);
        share(open, request, payer, now);
        var approved = open.approvedBy(payer);
        payments.update(approved);
        var authorize = approved.authorizeCard();
        payments.add(authorize, Payments.PATIENCE);
        return authorize.id();
    }

    private void share(Payment payment, PaymentRequest request, Payer payer, Instant now) {
        var scopes = request.terms().scopes().stream()
                .map(ProfileScope::of)
                .flatMap(Optional::stream)
                .collect(Collectors.toSet());
        if (!scopes.isEmpty()) {
            consents.record(payment.merchant(), payer.id(), payment.id(), scopes, now);
        }
    }
}
