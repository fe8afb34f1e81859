package io.caravan.dialect.mobileinvoice;

import io.caravan.core.access.Caller;
import io.caravan.core.callback.CallbackForm;
import io.caravan.core.callback.EndpointRequest;
import io.caravan.core.dialect.Answer;
import io.caravan.core.dialect.Door;
import io.caravan.core.dialect.Refusal;
import io.caravan.core.dialect.RequestKey;
import io.caravan.core.invoice.InvoiceId;
import io.caravan.core.merchant.MerchantId;
import io.caravan.core.page.PageLinks;
import io.caravan.core.partner.PartnerDetails;
import io.caravan.core.payment.PaymentId;
import io.caravan.core.payment.PinAnswer;
import io.caravan.core.pretransaction.DirectRequest;
import io.caravan.core.pretransaction.Landing;
import io.caravan.core.pretransaction.LandingRequest;
import io.caravan.core.pretransaction.OwnPin;
import io.caravan.core.pretransaction.OwnPreTransaction;
import io.caravan.core.pretransaction.OwnReference;
import io.caravan.core.pretransaction.OwnTransaction;
import io.caravan.core.pretransaction.PartnerTransaction;
import io.caravan.core.pretransaction.PreTransactionDetails;
import io.caravan.core.pretransaction.PreTransactionImport;
import io.caravan.core.pretransaction.PreTransactionLinks;
import io.caravan.core.pretransaction.PreTransactionList;
import io.caravan.core.pretransaction.PreTransactionRequest;
import io.caravan.core.pretransaction.ReferenceLinks;
import io.caravan.core.pretransaction.TransactionSearch;
import io.caravan.core.pretransaction.TurnoverDay;
import io.caravan.core.pretransaction.TurnoverQuery;
import io.caravan.core.problem.InvalidInput;
import io.caravan.core.problem.Problem;
import io.caravan.core.problem.ProblemCode;
import io.caravan.core.sms.SmsWords;
import io.caravan.json.StrictJson;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/** The Mobile Invoice API: reads its requests, writes its answers and callbacks. It covers what is left of /api. */
public final class MobileInvoice implements Door {

    private static final String IMPORT = "/api/pre-transactions/import";
    private static final Set<String> ROWS =
            Set.of("text/csv", "application/x-ndjson", "application/jsonl", "application/x-jsonlines");
    private static final int MOST = 500;
    private static final int PIN = 20;

    private final PreTransactionWriter preTransactions;
    private final TransactionWriter transactions;
    private final LinkWriter landings;
    private final PreTransactionLinks links;
    private final ReferenceLinks references;

    /** The API with these addresses, and with pages there. */
    public MobileInvoice(PreTransactionLinks links, ReferenceLinks references, PageLinks pages) {
        this.links = links;
        this.preTransactions = new PreTransactionWriter(links);
        this.transactions = new TransactionWriter(links);
        this.landings = new LinkWriter(pages, links);
        this.references = references;
    }

    /**
     * Every answer is JSON; XML is not offered.
     *
     * @param accept null if nothing was said
     * @throws InvalidInput {@code Accept}, if the caller takes nothing but XML
     */
    public void checkAccept(String accept) {
        Preferences.checkAccept(accept);
    }

    /** A pre-transaction, to be created. */
    public PreTransactionRequest readPreTransaction(
            byte[] body, PartnerDetails caller, Optional<RequestKey> key, String prefer) {
        var fields = Json.fields(body);
        var draft = new PreTransactionReader(fields, caller).read();
        return new PreTransactionRequest(
                caller.merchant(),
                StatusCallbacks.withoutUsers(draft),
                StatusCallbacks.of(draft),
                key,
                made -> preTransactions.created(made, Preferences.wantsAll(prefer)));
    }

    /** Many pre-transactions, each to be created for itself. {@code mediaType} is that of the body. */
    public PreTransactionImport readImport(
            byte[] body, PartnerDetails caller, Optional<RequestKey> key, String mediaType) {
        return new ImportReader(caller, key).read(body, mediaType == null ? "" : mediaType, links);
    }

    /** One of the caller's pre-transactions, by the ids in the path. */
    public OwnPreTransaction readPreTransactionId(PartnerDetails caller, String partnerId, String id) {
        var merchant = caller.named(partnerId).merchant();
        return InvoiceId.parse(id)
                .map(known -> new OwnPreTransaction(merchant.id(), known))
                .orElseThrow(() -> Problem.of(ProblemCode.INVOICE_UNKNOWN, "id"));
    }

    /** A reference of the caller's, by the path. */
    public OwnReference readReference(PartnerDetails caller, String partnerId, String referenceId) {
        var partner = caller.named(partnerId);
        return new OwnReference(partner.merchant().id(), partner.partner().id(), referenceId);
    }

    /** A list of pre-transactions, by the query. */
    public PreTransactionList readPreTransactionList(PartnerDetails caller, String query) {
        return ListReader.preTransactions(caller, Query.of(query));
    }

    public Answer showPreTransaction(PreTransactionDetails details) {
        return preTransactions.one(details);
    }

    public Answer showPreTransactions(List<PreTransactionDetails> several) {
        return preTransactions.list(several);
    }

    /** The address of the page that a reference has, or would have. */
    public Answer showUrl(PartnerDetails caller, String partnerId, String referenceId) {
        int partner = caller.named(partnerId).partner().id();
        return preTransactions.url(partner, references.of(partner, referenceId));
    }

    public Answer showCampaigns(PartnerDetails caller) {
        return Answer.json(200, PartnerWriter.campaigns(caller));
    }

    public Answer showProviders(PartnerDetails caller, String partnerId) {
        return Answer.json(200, PartnerWriter.providers(caller.named(partnerId)));
    }

    /** Somebody who follows the address of a page. */
    public LandingRequest readLink(String partnerId, String id) {
        return LinkReader.link(partnerId, id);
    }

    /** Somebody who follows a short link. */
    public LandingRequest readShortLink(String code) {
        return LinkReader.shortLink(code);
    }

    /** @param provider the one that was chosen before, as the query says; null if it does not */
    public Answer showLanding(Landing landing, String provider) {
        return landings.lead(landing, provider);
    }

    /** One of the caller's transactions, by the ids in the path. */
    public OwnTransaction readTransactionId(PartnerDetails caller, String partnerId, String id) {
        var merchant = caller.named(partnerId).merchant().id();
        return PaymentId.parse(id)
                .map(known -> new OwnTransaction(merchant, known))
                .orElseThrow(
                        () -> Problem.of(ProblemCode.INVOICE_UNKNOWN, "Transaction with id '" + id + "' not found."));
    }

    /** The reference of a transaction, by the query. */
    public OwnReference readTransactionReference(PartnerDetails caller, String query) {
        return ListReader.reference(caller, Query.of(query));
    }

    /** Transactions from a day or time on. */
    public TransactionSearch readTransactionSearch(PartnerDetails caller, String partnerId, String query) {
        return ListReader.transactions(caller.named(partnerId), Query.of(query), MOST);
    }

    public Answer showTransaction(PartnerTransaction transaction) {
        return transactions.one(transaction);
    }

    /** To those who sign, where it is; to others, it itself. */
    public Answer showTransactionOfReference(PartnerTransaction transaction, Caller caller) {
        return caller.clientId().startsWith("partner-")
                ? transactions.elsewhere(transaction)
                : transactions.one(transaction);
    }

    public Answer showTransactions(List<PartnerTransaction> several) {
        return transactions.several(several);
    }

    /** No transactions: nothing recurs here. */
    public Answer showNoTransactions(PartnerDetails caller, String partnerId) {
        caller.named(partnerId);
        return transactions.several(List.of());
    }

    /** A transaction, to be begun at once. */
    public DirectRequest readTransaction(byte[] body, PartnerDetails caller, Optional<RequestKey> key) {
        var fields = Json.fields(body);
        return new DirectReader(fields, caller).read(key);
    }

    /** The PIN of a transaction. */
    public OwnPin readPin(byte[] body, PartnerDetails caller, String partnerId, String id) {
        var own = readTransactionId(caller, partnerId, id);
        var fields = Json.fields(body);
        var pin = fields.required("pinCode", fields.text("pinCode", PIN));
        fields.refuseIfAny();
        return new OwnPin(own, pin.orElseThrow().strip());
    }

    /** What became of it. */
    public Answer showPin(PinAnswer answer, PartnerTransaction transaction) {
        return PinWriter.answer(answer, transaction);
    }

    public Answer showBegun(PartnerTransaction transaction, String prefer) {
        return transactions.created(transaction, Preferences.wantsAll(prefer));
    }

    /** Turnover by day, as the query says. */
    public TurnoverQuery readTurnover(PartnerDetails caller, String partnerId, String query) {
        return ListReader.turnover(caller.named(partnerId), Query.of(query));
    }

    /** As CSV if that is what is accepted; else as JSON. {@code accept} is null if nothing was said. */
    public Answer showTurnover(List<TurnoverDay> days, String accept) {
        return TurnoverWriter.answer(days, accept);
    }

    /** Where the caller wants to hear of everything. */
    public EndpointRequest readWebhook(byte[] body, PartnerDetails caller, String partnerId) {
        return WebhookReader.read(
                Json.object(body), caller.named(partnerId).merchant().id());
    }

    /** The merchant whose webhook it is about. */
    public MerchantId readWebhookOwner(PartnerDetails caller, String partnerId) {
        return caller.named(partnerId).merchant().id();
    }

    /** Where the caller hears of everything. */
    public Answer showWebhook(Optional<String> url) {
        return url.map(known -> Answer.json(200, StrictJson.bytes(Map.of("url", known))))
                .orElseThrow(() -> Problem.of(ProblemCode.INVOICE_UNKNOWN, "There is no webhook."));
    }

    /** Done, and nothing more to say. */
    public Answer showNothing() {
        return Answer.empty(204);
    }

    /** How partners are told of events. Both are asked within the transaction of whoever asks for words. */
    public CallbackForm callbacks(
            Function<InvoiceId, Optional<PreTransactionDetails>> preTransactionOf,
            Function<PaymentId, Optional<PartnerTransaction>> transactionOf) {
        return new StatusCallbackForm(
                new CallbackBodies(preTransactionOf, transactionOf, preTransactions, transactions));
    }

    /** What payers are told by SMS; asked within a transaction, too. {@code paidBy} is the transaction that has paid. */
    public SmsWords sms(
            Function<InvoiceId, Optional<PreTransactionDetails>> preTransactionOf,
            Function<InvoiceId, Optional<PartnerTransaction>> paidBy) {
        return new SmsTexts(preTransactionOf, paidBy, links);
    }

    /** Why the request failed. */
    public Answer showFailure(Throwable reason) {
        return Errors.answer(reason);
    }

    @Override
    public boolean covers(String path) {
        return Stream.of("/api", "/mobile-invoice").anyMatch(ours -> path.equals(ours) || path.startsWith(ours + "/"));
    }

    @Override
    public boolean reads(String mediaType) {
        return mediaType.split(";")[0].strip().toLowerCase(Locale.ROOT).equals("application/json");
    }

    @Override
    public boolean reads(String path, String mediaType) {
        var type = mediaType.split(";")[0].strip().toLowerCase(Locale.ROOT);
        return reads(mediaType) || path.endsWith(IMPORT) && ROWS.contains(type);
    }

    @Override
    public Answer refuse(Refusal refusal, String correlationId) {
        return Errors.answer(refusal);
    }

    @Override
    public Answer refuse(Refusal refusal, String why, String correlationId) {
        return Errors.answer(refusal.status(), why, Map.of());
    }
}
