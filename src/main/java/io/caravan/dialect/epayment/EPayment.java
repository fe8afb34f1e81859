package io.caravan.dialect.epayment;

import io.caravan.core.access.Caller;
import io.caravan.core.callback.CallbackForm;
import io.caravan.core.callback.EndpointId;
import io.caravan.core.callback.NewRegistration;
import io.caravan.core.callback.OwnRegistration;
import io.caravan.core.callback.Registration;
import io.caravan.core.callback.RegistrationRequest;
import io.caravan.core.dialect.Answer;
import io.caravan.core.dialect.Door;
import io.caravan.core.dialect.Refusal;
import io.caravan.core.dialect.RequestKey;
import io.caravan.core.id.Uuids;
import io.caravan.core.page.PageLinks;
import io.caravan.core.payment.Operation;
import io.caravan.core.payment.OperationKind;
import io.caravan.core.payment.Payment;
import io.caravan.core.paymentrequest.AdjustmentRequest;
import io.caravan.core.paymentrequest.Approval;
import io.caravan.core.paymentrequest.ApprovalInPlace;
import io.caravan.core.paymentrequest.ApprovalOutcome;
import io.caravan.core.paymentrequest.NewPayment;
import io.caravan.core.paymentrequest.OfferedPayment;
import io.caravan.core.paymentrequest.Opening;
import io.caravan.core.paymentrequest.OwnPayment;
import io.caravan.core.paymentrequest.PaymentReport;
import io.caravan.core.problem.Problem;
import io.caravan.core.problem.ProblemCode;
import io.caravan.core.salesunit.SalesUnit;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** The ePayment API and its webhooks: reads their requests, writes their answers and callbacks. */
public final class EPayment implements Door {

    private final PaymentWriter payments;

    /** @param nativePrefix the beginning of an address that opens a payment in the app; its page's token follows */
    public EPayment(PageLinks links, String nativePrefix) {
        this.payments = new PaymentWriter(links, nativePrefix);
    }

    /** A payment, to be created. */
    public NewPayment readPayment(byte[] body, Caller caller, Optional<RequestKey> key) {
        var known = AdjustmentReader.required(key);
        return new NewPayment(PaymentReader.read(body, caller.asSalesUnit()), known, payments::created);
    }

    /** One of the caller's payments, by the reference in the path. */
    public OwnPayment readReference(Caller caller, String reference) {
        return new OwnPayment(caller.asSalesUnit(), reference);
    }

    /** A part of a payment, to be captured. */
    public AdjustmentRequest readCapture(byte[] body, Caller caller, String reference, Optional<RequestKey> key) {
        return AdjustmentReader.amount(
                OperationKind.CAPTURE, readReference(caller, reference), body, key, payments::adjusted);
    }

    /** A part of what was captured, to be refunded. */
    public AdjustmentRequest readRefund(byte[] body, Caller caller, String reference, Optional<RequestKey> key) {
        return AdjustmentReader.amount(
                OperationKind.REFUND, readReference(caller, reference), body, key, payments::adjusted);
    }

    /** A payment to be cancelled, or what is left of it. */
    public AdjustmentRequest readCancel(byte[] body, Caller caller, String reference, Optional<RequestKey> key) {
        return AdjustmentReader.cancel(readReference(caller, reference), body, key, payments::adjusted);
    }

    /** A payment to be approved in the payer's place. */
    public ApprovalInPlace readApprovalInPlace(byte[] body, Caller caller, String reference) {
        return AdjustmentReader.approval(readReference(caller, reference), body);
    }

    public Answer showPayment(PaymentReport report) {
        return payments.payment(report);
    }

    public Answer showEvents(PaymentReport report) {
        return payments.events(report);
    }

    /**
     * That a payment was approved in the payer's place.
     *
     * @throws Problem APPROVAL_REFUSED, or OUTCOME_UNKNOWN
     */
    public Answer showApprovedInPlace(Operation authorization) {
        return switch (authorization.state()) {
            case DONE -> Answer.empty(200);
            case REFUSED -> throw Problem.of(ProblemCode.APPROVAL_REFUSED, authorization.payment());
            case REQUESTED, SENT, WAITING, UNKNOWN ->
                throw Problem.of(ProblemCode.OUTCOME_UNKNOWN, authorization.payment());
        };
    }

    /** A payer's answer to a payment, given in the wallet app. */
    public Approval readApproval(byte[] body, Caller caller, String paymentId) {
        return WalletReader.approval(caller.asPayer(), paymentId, body);
    }

    /** The address of a payment's page, which a payer has opened in the wallet app. */
    public Opening readOpening(byte[] body, Caller caller) {
        return WalletReader.opening(caller.asPayer(), body);
    }

    /** What has become of an approval, for the wallet app. */
    public Answer showApproval(ApprovalOutcome outcome) {
        return WalletWriter.approval(outcome);
    }

    /** A payment at its end, for the wallet app. */
    public Answer showEnd(Payment ended) {
        return WalletWriter.standing(200, ended);
    }

    /** A payment that waits for its payer, for the wallet app. */
    public Answer showOffer(OfferedPayment offered) {
        return WalletWriter.offered(offered);
    }

    /** What the caller wants to hear of, and where. */
    public RegistrationRequest readWebhook(byte[] body, Caller caller) {
        return WebhookReader.read(body, caller.asSalesUnit());
    }

    /** The sales unit whose webhooks it is about. */
    public SalesUnit readWebhookOwner(Caller caller) {
        return caller.asSalesUnit();
    }

    /** One of the caller's webhooks, by the id in the path. */
    public OwnRegistration readWebhookId(Caller caller, String id) {
        var unit = caller.asSalesUnit();
        return Uuids.parse(id)
                .map(known -> new OwnRegistration(unit, new EndpointId(known)))
                .orElseThrow(() -> Problem.of(ProblemCode.REGISTRATION_UNKNOWN, "id"));
    }

    /** A webhook that was registered, with its secret. */
    public Answer showNewWebhook(NewRegistration made) {
        return WebhookWriter.created(made);
    }

    public Answer showWebhooks(List<Registration> registrations) {
        return WebhookWriter.list(registrations);
    }

    /** Done, and nothing more to say. */
    public Answer showNothing() {
        return Answer.empty(204);
    }

    /** How sales units are told of events. */
    public CallbackForm callbacks() {
        return new WebhookForm();
    }

    /** Why the request on this path failed. */
    public Answer showFailure(Throwable reason, String correlationId, String path) {
        return Errors.answer(reason, correlationId, path);
    }

    @Override
    public boolean covers(String path) {
        return Stream.of("/epayment", "/webhooks").anyMatch(ours -> path.equals(ours) || path.startsWith(ours + "/"));
    }

    @Override
    public boolean reads(String mediaType) {
        return mediaType.split(";")[0].strip().toLowerCase(Locale.ROOT).equals("application/json");
    }

    @Override
    public Answer refuse(Refusal refusal, String correlationId) {
        return Errors.answer(refusal, null, correlationId);
    }

    @Override
    public Answer refuse(Refusal refusal, String why, String correlationId) {
        return Errors.answer(refusal, why, correlationId);
    }
}
