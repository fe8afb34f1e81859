package io.caravan.dialect.mobilepay;

import io.caravan.core.access.Caller;
import io.caravan.core.callback.CallbackForm;
import io.caravan.core.callback.EndpointRequest;
import io.caravan.core.consent.Consent;
import io.caravan.core.consent.ConsentAnswer;
import io.caravan.core.consent.ConsentList;
import io.caravan.core.consent.ConsentRequest;
import io.caravan.core.consent.OwnConsent;
import io.caravan.core.dialect.Answer;
import io.caravan.core.dialect.Door;
import io.caravan.core.dialect.Refusal;
import io.caravan.core.dialect.RequestKey;
import io.caravan.core.invoice.BatchRequest;
import io.caravan.core.invoice.Delivery;
import io.caravan.core.invoice.DocumentRequest;
import io.caravan.core.invoice.Invoice;
import io.caravan.core.invoice.InvoiceDetails;
import io.caravan.core.invoice.InvoiceId;
import io.caravan.core.invoice.InvoiceRequest;
import io.caravan.core.invoice.OwnInvoice;
import io.caravan.core.invoice.Rejection;
import io.caravan.core.merchant.Issuer;
import io.caravan.core.merchant.Merchant;
import io.caravan.core.page.Page;
import io.caravan.core.page.PageLinks;
import io.caravan.core.payment.Acceptance;
import io.caravan.core.payment.Receipt;
import io.caravan.core.problem.Problem;
import io.caravan.core.problem.ProblemCode;
import io.caravan.core.sms.SmsWords;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** The MobilePay Invoice API: reads its requests, writes its answers and callbacks. Reading names the caller first. */
public final class MobilePay implements Door {

    private static final String PATHS = "/api/v1";

    private final Errors errors;
    private final InvoiceWriter invoices;
    private final ConsumerWriter consumers;
    private final CallbackWriter callbacks;
    private final BatchWriter batches;
    private final LinkWriter links;

    /**
     * The API as seen from this address.
     *
     * @param publicUrl scheme, host and port by which the world reaches this service, without a slash at the end
     * @param pages where the hosted pages of invoices are
     * @param dailyLimit as told to those who reach it
     */
    public MobilePay(String publicUrl, PageLinks pages, int dailyLimit) {
        this.errors = new Errors(dailyLimit);
        this.links = new LinkWriter(pages);
        this.invoices = new InvoiceWriter(publicUrl, links);
        this.consumers = new ConsumerWriter(invoices);
        this.callbacks = new CallbackWriter(errors, links);
        this.batches = new BatchWriter(errors);
    }

    /** An InvoiceDirect, to be created. */
    public InvoiceRequest readInvoice(byte[] body, Caller caller, String merchantId, Optional<RequestKey> key) {
        var merchant = caller.asMerchant(merchantId);
        var draft = InvoiceReader.read(Json.object(body), merchant, Delivery.DIRECT);
        return new InvoiceRequest(merchant, draft, key, invoice -> Answer.json(202, invoices.created(invoice)));
    }

    /** An InvoiceLink, to be created. */
    public InvoiceRequest readLink(byte[] body, Caller caller, String merchantId, Optional<RequestKey> key) {
        var merchant = caller.asMerchant(merchantId);
        var draft = InvoiceReader.read(Json.object(body), merchant, Delivery.LINK);
        return new InvoiceRequest(merchant, draft, key, invoice -> Answer.json(202, invoices.createdLink(invoice)));
    }

    /** Many InvoiceDirects, to be created. */
    public BatchRequest readInvoices(byte[] body, Caller caller, String merchantId, Optional<RequestKey> key) {
        return batch(body, caller.asMerchant(merchantId), Delivery.DIRECT, key);
    }

    /** Many InvoiceLinks, to be created. */
    public BatchRequest readLinks(byte[] body, Caller caller, String merchantId, Optional<RequestKey> key) {
        return batch(body, caller.asMerchant(merchantId), Delivery.LINK, key);
    }

    private BatchRequest batch(byte[] body, Merchant merchant, Delivery delivery, Optional<RequestKey> key) {
        return new BatchRequest(
                merchant,
                BatchReader.read(body, merchant, delivery),
                key,
                verdicts -> Answer.json(202, batches.verdicts(verdicts)));
    }

    /** The id of an invoice whose link somebody follows. */
    public InvoiceId readLinkId(String invoiceId) {
        return InvoiceId.parse(invoiceId).orElseThrow(() -> Problem.of(ProblemCode.INVOICE_UNKNOWN, "invoice"));
    }

    /** Where the page of a link is. */
    public Answer showPage(Page page) {
        return links.redirect(page);
    }

    /** One of the caller's invoices, by the id in the path. */
    public OwnInvoice readInvoiceId(Caller caller, String merchantId, String invoiceId) {
        var merchant = caller.asMerchant(merchantId);
        return InvoiceId.parse(invoiceId)
                .map(id -> new OwnInvoice(merchant, id))
                .orElseThrow(() -> Problem.of(ProblemCode.INVOICE_UNKNOWN, "invoice"));
    }

    /** The caller, on a path that names it. */
    public Merchant readMerchant(Caller caller, String merchantId) {
        return caller.asMerchant(merchantId);
    }

    /** Callbacks with Basic authentication. */
    public EndpointRequest readBasicEndpoint(byte[] body, Caller caller, String merchantId) {
        return EndpointReader.basic(body, caller.asMerchant(merchantId));
    }

    /** Callbacks with a key. */
    public EndpointRequest readKeyEndpoint(byte[] body, Caller caller, String merchantId) {
        return EndpointReader.apiKey(body, caller.asMerchant(merchantId));
    }

    public Answer showInvoice(InvoiceDetails details) {
        return Answer.json(200, invoices.details(details));
    }

    public Answer showStatus(Invoice invoice) {
        return Answer.json(200, invoices.status(invoice));
    }

    /** Who the caller is. */
    public Answer showCaller(Caller caller) {
        return Answer.json(200, MerchantWriter.merchant(caller.asMerchant()));
    }

    public Answer showIssuers(List<Issuer> issuers) {
        return Answer.json(200, MerchantWriter.issuers(issuers));
    }

    /** A payer's yes to an invoice. */
    public Acceptance readAcceptance(byte[] body, Caller caller, String invoiceId) {
        return ConsumerReader.acceptance(body, caller, invoiceId);
    }

    /** A payer's no to an invoice. */
    public Rejection readRejection(Caller caller, String invoiceId) {
        return ConsumerReader.rejection(caller, invoiceId);
    }

    /** A payer's wish to see an invoice as a document. */
    public DocumentRequest readDocumentRequest(Caller caller, String invoiceId) {
        return ConsumerReader.document(caller, invoiceId);
    }

    /** What became of a payer's yes; while nobody knows, that the service cannot tell. */
    public Answer showAcceptance(Receipt receipt, String correlationId) {
        return switch (receipt.operation().state()) {
            case DONE -> Answer.json(200, consumers.accepted(receipt));
            case REFUSED -> Answer.json(400, consumers.refused(receipt));
            case REQUESTED, SENT, WAITING, UNKNOWN -> refuse(Refusal.BROKEN, correlationId);
        };
    }

    /** That a payer's yes is for a later day. */
    public Answer showSchedule(InvoiceDetails accepted) {
        return Answer.json(200, consumers.scheduled(accepted));
    }

    public Answer showRejection(Invoice rejected) {
        return Answer.json(200, consumers.rejected(rejected));
    }

    /** A wish to have the payer of a link asked for a consent. */
    public ConsentRequest readConsentRequest(byte[] body, Caller caller, Optional<RequestKey> key) {
        return new ConsentRequest(
                ConsentReader.invoice(body, caller),
                key,
                consent -> Answer.json(201, ConsentWriter.requested(consent)));
    }

    /** One of the caller's consents, by the id in the path. */
    public OwnConsent readConsentId(Caller caller, String consentId) {
        return ConsentReader.consent(caller, consentId);
    }

    /** A list of granted consents, by the query as it came; it may be null. */
    public ConsentList readConsentList(Caller caller, String query) {
        return ConsentReader.list(caller, query);
    }

    /** A payer's yes or no to a consent. */
    public ConsentAnswer readConsentAnswer(byte[] body, Caller caller, String consentId) {
        return ConsentReader.answer(body, caller, consentId);
    }

    public Answer showConsent(Consent consent) {
        return Answer.json(200, ConsentWriter.consent(consent));
    }

    public Answer showConsents(ConsentList.Page page) {
        return Answer.json(200, ConsentWriter.page(page));
    }

    /** Done, and nothing more to say. */
    public Answer showNothing() {
        return Answer.empty(204);
    }

    /** Why the request failed. */
    public Answer showFailure(Throwable reason, String correlationId) {
        return errors.answer(reason, correlationId);
    }

    /** What payers read on their phones. */
    public SmsWords sms() {
        return new SmsTexts();
    }

    /** How merchants are told of events, gathered over this time. */
    public CallbackForm callbacks(Duration gatherInterval) {
        return new CallbackGroups(callbacks, gatherInterval);
    }

    @Override
    public boolean covers(String path) {
        return path.equals(PATHS) || path.startsWith(PATHS + "/");
    }

    @Override
    public boolean reads(String mediaType) {
        return MediaTypes.isJson(mediaType);
    }

    @Override
    public Answer refuse(Refusal refusal, String correlationId) {
        return errors.answer(refusal, correlationId);
    }
}
