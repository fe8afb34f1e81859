package io.caravan.dialect.mobileinvoice;

import io.caravan.core.dialect.Answer;
import io.caravan.core.dialect.Door;
import io.caravan.core.dialect.Refusal;
import io.caravan.core.dialect.RequestKey;
import io.caravan.core.invoice.InvoiceId;
import io.caravan.core.partner.PartnerDetails;
import io.caravan.core.pretransaction.OwnReference;
import io.caravan.core.pretransaction.PreTransactionDetails;
import io.caravan.core.pretransaction.PreTransactionList;
import io.caravan.core.pretransaction.PreTransactionRequest;
import io.caravan.core.pretransaction.OwnPreTransaction;
import io.caravan.core.pretransaction.ReferenceLinks;
import io.caravan.core.problem.Problem;
import io.caravan.core.problem.ProblemCode;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The Mobile Invoice API: reads its requests, writes its answers and callbacks. It covers what is left of /api. */
public final class MobileInvoice implements Door {

    private final PreTransactionWriter preTransactions;
    private final ReferenceLinks references;

    /**
     * The API as seen from this address.
     *
     * @param publicUrl scheme, host and port by which the world reaches this service, without a slash at the end
     */
    public MobileInvoice(String publicUrl, ReferenceLinks references) {
        this.preTransactions = new PreTransactionWriter(publicUrl);
        this.references = references;
    }

    /** A pre-transaction, to be created. */
    public PreTransactionRequest readPreTransaction(
            byte[] body, PartnerDetails caller, Optional<RequestKey> key, String prefer) {
        var fields = new Fields(Json.object(body), new Faults());
        var draft = new PreTransactionReader(fields, caller).read();
        var stored = StatusCallbacks.withoutUsers(draft);
        return new PreTransactionRequest(
                caller.merchant(),
                stored,
                StatusCallbacks.places(draft, caller.merchant().id()),
                key,
                made -> preTransactions.created(made, wantsAll(prefer)));
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
        return new OwnReference(caller.named(partnerId).merchant().id(), referenceId);
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

    /** Why the request failed. */
    public Answer showFailure(Throwable reason) {
        return Errors.answer(reason);
    }

    private static boolean wantsAll(String prefer) {
        return prefer != null && prefer.toLowerCase(Locale.ROOT).replace(" ", "").contains("return=representation");
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
    public Answer refuse(Refusal refusal, String correlationId) {
        return Errors.answer(refusal);
    }

    @Override
    public Answer refuse(Refusal refusal, String why, String correlationId) {
        return Errors.answer(refusal.status(), why, Map.of());
    }
}
