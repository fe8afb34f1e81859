package io.caravan.usecase.batch;

import io.caravan.core.dialect.Answer;
import io.caravan.core.dialect.KeptAnswers;
import io.caravan.core.invoice.Batch;
import io.caravan.core.invoice.BatchItem;
import io.caravan.core.invoice.BatchRequest;
import io.caravan.core.invoice.BatchVerdict;
import io.caravan.core.invoice.Batches;
import io.caravan.core.invoice.Invoice;
import io.caravan.core.invoice.InvoiceDraft;
import io.caravan.core.invoice.InvoiceId;
import io.caravan.core.invoice.InvoiceRules;
import io.caravan.core.invoice.ReceivedInvoices;
import io.caravan.core.problem.Problem;
import io.caravan.core.problem.ProblemCode;
import java.nio.ByteBuffer;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Takes a batch of invoices from a merchant. What can be told of an item without looking anything up is told at once;
 * the other items are stored, to be checked soon.
 */
public class CreateInvoices {

    private final ReceivedInvoices invoices;
    private final Batches batches;
    private final KeptAnswers answers;
    private final InvoiceRules rules;
    private final Clock clock;

    public CreateInvoices(
            ReceivedInvoices invoices, Batches batches, KeptAnswers answers, InvoiceRules rules, Clock clock) {
        this.invoices = invoices;
        this.batches = batches;
        this.answers = answers;
        this.rules = rules;
        this.clock = clock;
    }

    /**
     * Stores the items that may become invoices, all or none of them, or repeats the answer kept under the request's
     * idempotency key.
     *
     * @throws Problem KEY_REUSED or KEY_IN_USE
     */
    public Answer create(BatchRequest request) {
        var merchant = request.merchant();
        var received = new Received(request, clock.instant());
        var verdicts = request.items().stream().map(received::verdict).toList();
        var answer = request.answer().apply(verdicts);
        var earlier = request.key().flatMap(key -> answers.keep(merchant.id(), key, answer));
        if (earlier.isPresent()) {
            return earlier.get();
        }
        if (!received.items.isEmpty()) {
            invoices.add(received.items);
            batches.add(Batch.of(
                    merchant.id(), received.items.stream().map(Invoice::id).toList()));
        }
        return answer;
    }

    /** The items that have been received so far. */
    private final class Received {

        final List<Invoice> items = new ArrayList<>();
        private final BatchRequest request;
        private final Instant now;
        private final LocalDate today;
        private final List<InvoiceId> ids;
        private final Set<ByteBuffer> fingerprints = new HashSet<>();

        Received(BatchRequest request, Instant now) {
            this.request = request;
            this.now = now;
            this.today = LocalDate.ofInstant(now, request.merchant().zone());
            this.ids = InvoiceId.random(request.items().size());
        }

        BatchVerdict verdict(BatchItem item) {
            if (item instanceof BatchItem.Unreadable unreadable) {
                return new BatchVerdict.Unreadable(unreadable.invoiceNumber(), unreadable.faults());
            }
            var draft = ((BatchItem.Readable) item).draft();
            try {
                rules.checkContent(draft, today);
                refuseTwin(draft);
            } catch (Problem problem) {
                return new BatchVerdict.Refused(item.invoiceNumber(), problem.code());
            }
            var invoice =
                    Invoice.receive(ids.get(items.size()), request.merchant().id(), draft, now);
            items.add(invoice);
            return new BatchVerdict.Accepted(item.invoiceNumber(), invoice.id());
        }

        private void refuseTwin(InvoiceDraft draft) {
            if (!fingerprints.add(
                    ByteBuffer.wrap(draft.fingerprint(request.merchant().id())))) {
                throw Problem.of(ProblemCode.INVOICE_EXISTS, "invoice");
            }
        }
    }
}
