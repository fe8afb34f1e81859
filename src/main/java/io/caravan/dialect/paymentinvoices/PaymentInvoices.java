package io.caravan.dialect.paymentinvoices;

import io.caravan.core.access.AccountKeys;
import io.caravan.core.access.Caller;
import io.caravan.core.callback.CallbackForm;
import io.caravan.core.dialect.Answer;
import io.caravan.core.dialect.Door;
import io.caravan.core.dialect.Refusal;
import io.caravan.core.merchant.MerchantId;
import io.caravan.core.payment.OperationId;
import io.caravan.core.payment.PaymentId;
import io.caravan.core.paymentinvoice.ConfirmationDraft;
import io.caravan.core.paymentinvoice.PaymentInvoiceDraft;
import io.caravan.core.paymentinvoice.PaymentInvoiceId;
import io.caravan.core.paymentinvoice.PaymentInvoicePage;
import io.caravan.core.paymentinvoice.PaymentInvoiceQuery;
import io.caravan.core.paymentinvoice.PaymentInvoiceReport;
import io.caravan.core.paymentinvoice.Refund;
import io.caravan.core.paymentinvoice.RefundDraft;
import io.caravan.core.problem.Problem;
import io.caravan.json.StrictJson;
import java.util.function.Function;
import java.util.stream.Stream;

/** The API of payment invoices, which speaks JSON:API: reads its requests, writes its answers and callbacks. */
public final class PaymentInvoices implements Door {

    private final InvoiceWriter invoices;

    /** @param pages the address under which payers reach what is shown to them, without a slash at its end */
    public PaymentInvoices(String pages) {
        this.invoices = new InvoiceWriter(pages);
    }

    /**
     * Refuses a caller who accepts none of the media types that are written.
     *
     * @param sent the request's media type, or null
     * @param accept what the caller accepts, or null
     * @throws io.caravan.core.problem.InvalidInput if that is none
     */
    public void checkAccepted(String sent, String accept) {
        MediaTypes.answer(sent, accept);
    }

    /** In which media type such a caller is answered. */
    public String mediaType(String sent, String accept) {
        return MediaTypes.answer(sent, accept);
    }

    /** The answer in this media type; in JSON if it is null. */
    public Answer in(Answer answer, String mediaType) {
        return new Answer(
                answer.status(), mediaType == null ? MediaTypes.JSON : mediaType, answer.body(), answer.headers());
    }

    /** A payment invoice, to be created. */
    public PaymentInvoiceDraft readInvoice(byte[] body, Caller caller) {
        return InvoiceReader.read(body, caller);
    }

    /** The merchant who calls. */
    public MerchantId readMerchant(Caller caller) {
        return caller.asMerchant().id();
    }

    /**
     * The id in a path.
     *
     * @throws Problem PAYMENT_UNKNOWN for what is none
     */
    public PaymentInvoiceId readId(String text) {
        return Ids.invoice(text);
    }

    /** Which payment invoices are asked for. */
    public PaymentInvoiceQuery readQuery(String query, Caller caller) {
        return QueryReader.read(query, caller.asMerchant().id());
    }

    /** What a payer gives to confirm a payment. */
    public ConfirmationDraft readConfirmation(byte[] body, String id) {
        return SmallReader.confirmation(body, id);
    }

    /** Money to be given back. */
    public RefundDraft readRefund(byte[] body, Caller caller, String id) {
        return SmallReader.refund(body, caller, id);
    }

    /**
     * The id of a refund in a path.
     *
     * @throws Problem PAYMENT_UNKNOWN for what is none
     */
    public OperationId readRefundId(String text) {
        return Ids.refund(text);
    }

    /** How a payment invoice stands that was just created, or by the same request before. */
    public Answer showCreated(PaymentInvoiceReport report, boolean again) {
        return Answer.json(again ? 200 : 201, StrictJson.bytes(invoices.document(report)));
    }

    public Answer showInvoice(PaymentInvoiceReport report) {
        return Answer.json(200, StrictJson.bytes(invoices.document(report)));
    }

    public Answer showList(PaymentInvoicePage page) {
        return Answer.json(200, StrictJson.bytes(ListWriter.document(page, invoices)));
    }

    /** How a refund stands that was just asked for, or by the same request before. */
    public Answer showRequested(Refund refund, boolean again) {
        return Answer.json(again ? 200 : 201, StrictJson.bytes(RefundWriter.document(refund)));
    }

    public Answer showRefund(Refund refund) {
        return Answer.json(200, StrictJson.bytes(RefundWriter.document(refund)));
    }

    /** Why the request failed. */
    public Answer showFailure(Throwable reason, String correlationId) {
        return Errors.answer(reason, correlationId);
    }

    /**
     * How merchants are told.
     *
     * @param reports how the payment invoice of a payment stands; asked within a transaction
     * @param keys that sign
     */
    public CallbackForm callbacks(Function<PaymentId, PaymentInvoiceReport> reports, AccountKeys keys) {
        return new CallbackWriter(reports, keys, invoices);
    }

    @Override
    public boolean covers(String path) {
        return Stream.of("/payment-invoices", "/api/payment-invoices", "/refunds", "/api/refunds")
                .anyMatch(ours -> path.equals(ours) || path.startsWith(ours + "/"));
    }

    @Override
    public boolean reads(String mediaType) {
        return MediaTypes.reads(mediaType);
    }

    @Override
    public Answer refuse(Refusal refusal, String correlationId) {
        return Errors.answer(refusal, correlationId);
    }
}
