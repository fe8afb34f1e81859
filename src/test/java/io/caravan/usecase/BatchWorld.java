package io.caravan.usecase;

import static io.caravan.support.Fixtures.NOW;
import static io.caravan.support.Fixtures.aDraft;
import static io.caravan.support.Fixtures.aMerchant;
import static io.caravan.support.Fixtures.aPayer;
import static io.caravan.support.Fixtures.anIssuer;

import io.caravan.core.dialect.Answer;
import io.caravan.core.dialect.RequestKey;
import io.caravan.core.invoice.Batch;
import io.caravan.core.invoice.BatchChunk;
import io.caravan.core.invoice.BatchItem;
import io.caravan.core.invoice.BatchRequest;
import io.caravan.core.invoice.BatchVerdict;
import io.caravan.core.invoice.InvoiceDraft;
import io.caravan.core.invoice.InvoiceId;
import io.caravan.core.invoice.InvoiceLimits;
import io.caravan.core.invoice.InvoiceRequest;
import io.caravan.core.invoice.InvoiceRules;
import io.caravan.core.invoice.OwnInvoice;
import io.caravan.core.merchant.Issuer;
import io.caravan.core.merchant.Merchant;
import io.caravan.core.payer.Payer;
import io.caravan.store.JdbcBatches;
import io.caravan.store.JdbcEvents;
import io.caravan.store.JdbcInvoices;
import io.caravan.store.JdbcKeptAnswers;
import io.caravan.store.JdbcMerchants;
import io.caravan.store.JdbcNewInvoices;
import io.caravan.store.JdbcPages;
import io.caravan.store.JdbcPayers;
import io.caravan.store.JdbcReceivedInvoices;
import io.caravan.support.DraftFixture;
import io.caravan.support.Fixtures;
import io.caravan.support.MovableClock;
import io.caravan.support.StoreFixture;
import io.caravan.support.TestPages;
import io.caravan.usecase.batch.CheckBatch;
import io.caravan.usecase.batch.CreateInvoices;
import io.caravan.usecase.batch.TakeBatches;
import io.caravan.usecase.invoice.CancelInvoice;
import io.caravan.usecase.invoice.CreateInvoice;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

/** A merchant, its issuer and a payer, and the use cases of batches on the stores. */
final class BatchWorld {

    private static final AtomicInteger NUMBERS = new AtomicInteger();

    final StoreFixture store;
    final Merchant merchant;
    final Issuer issuer;
    final Payer payer;
    final MovableClock realTime = new MovableClock(NOW);
    final AtomicInteger rung = new AtomicInteger();
    private final InvoiceRules rules =
            new InvoiceRules(new InvoiceLimits(Map.of(Fixtures.DKK, Fixtures.dkk("15000")), 10));
    private final MovableClock businessTime = new MovableClock(NOW);

    BatchWorld(StoreFixture store) {
        this.store = store;
        merchant = store.stored(aMerchant());
        issuer = store.stored(anIssuer(merchant.id()));
        payer = store.stored(aPayer());
        store.sql().update("delete from batch");
    }

    /** To the payer, and unlike any other. */
    DraftFixture draft() {
        return aDraft().from(issuer.id()).to(payer.phone()).numbered("n" + NUMBERS.incrementAndGet());
    }

    JdbcBatches batches() {
        return new JdbcBatches(store.jdbc(), realTime, rung::incrementAndGet);
    }

    JdbcInvoices invoices() {
        return new JdbcInvoices(store.jdbc());
    }

    private JdbcEvents events() {
        return new JdbcEvents(store.jdbc(), store.database(), () -> {});
    }

    private JdbcKeptAnswers answers() {
        return new JdbcKeptAnswers(store.jdbc(), store.database(), realTime);
    }

    /** What the merchant is told of each item, in order. */
    List<BatchVerdict> create(DraftFixture... drafts) {
        return create(Arrays.stream(drafts).map(DraftFixture::build).toList());
    }

    List<BatchVerdict> create(List<InvoiceDraft> drafts) {
        var told = new ArrayList<BatchVerdict>();
        create(drafts.stream().<BatchItem>map(BatchItem.Readable::new).toList(), Optional.empty(), told);
        return told;
    }

    Answer create(List<BatchItem> items, Optional<RequestKey> key, List<BatchVerdict> told) {
        var createInvoices =
                new CreateInvoices(new JdbcReceivedInvoices(store.jdbc()), batches(), answers(), rules, businessTime);
        return store.inTransaction(() -> createInvoices.create(new BatchRequest(merchant, items, key, verdicts -> {
            told.addAll(verdicts);
            return Answer.json(202, verdicts.toString().getBytes(StandardCharsets.UTF_8));
        })));
    }

    /** Creates one that is no item of a batch. */
    void createSingle(InvoiceDraft draft) {
        var create = new CreateInvoice(
                new JdbcMerchants(store.jdbc()),
                new JdbcPayers(store.jdbc()),
                new JdbcNewInvoices(store.jdbc(), store.database(), events()),
                new JdbcPages(store.jdbc(), TestPages.TOKENS),
                TestPages.LINKS,
                answers(),
                rules,
                businessTime);
        store.inTransaction(() ->
                create.create(new InvoiceRequest(merchant, draft, Optional.empty(), invoice -> Answer.empty(202))));
    }

    void cancel(InvoiceId id) {
        store.inTransaction(
                () -> new CancelInvoice(invoices(), events(), businessTime).cancel(new OwnInvoice(merchant, id)));
    }

    List<Batch> take() {
        return store.inTransaction(() -> new TakeBatches(batches()).take());
    }

    void check(BatchChunk chunk) {
        var check = new CheckBatch(
                batches(),
                new JdbcMerchants(store.jdbc()),
                new JdbcPayers(store.jdbc()),
                invoices(),
                new JdbcReceivedInvoices(store.jdbc()),
                new JdbcPages(store.jdbc(), TestPages.TOKENS),
                TestPages.LINKS,
                events(),
                rules,
                businessTime);
        store.inTransaction(() -> check.check(chunk));
    }

    /** Checks all that waits, as the workflow does. */
    void checkAll() {
        for (var batches = take(); !batches.isEmpty(); batches = take()) {
            batches.forEach(batch -> batch.chunks().forEach(this::check));
        }
    }

    static List<InvoiceId> accepted(List<BatchVerdict> told) {
        return told.stream()
                .filter(BatchVerdict.Accepted.class::isInstance)
                .map(verdict -> ((BatchVerdict.Accepted) verdict).id())
                .toList();
    }

    List<String> statuses(List<InvoiceId> ids) {
        return ids.stream()
                .map(id ->
                        store.sql().queryForObject("select status from invoice where id = ?", String.class, id.value()))
                .toList();
    }

    /** Type and problem of each event of this invoice. */
    List<String> history(InvoiceId id) {
        return store.inTransaction(() -> events().of(id.value())).stream()
                .map(event -> event.number() + " " + event.type() + event.details())
                .toList();
    }

    List<InvoiceDraft> drafts(int count) {
        return Stream.generate(() -> draft().asLink().build()).limit(count).toList();
    }

    int rows(String table) {
        return store.sql()
                .queryForObject(
                        "select count(*) from " + table + " where merchant_id = ?",
                        Integer.class,
                        merchant.id().value());
    }
}
