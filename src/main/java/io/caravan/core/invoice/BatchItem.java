package io.caravan.core.invoice;

import io.caravan.core.problem.InvalidInput.Violation;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** One item of a batch, as far as it could be read. */
public sealed interface BatchItem {

    /** By which the merchant knows the item, if it said so in a way that can be repeated. */
    Optional<String> invoiceNumber();

    /** An item that says what an invoice must say. */
    record Readable(InvoiceDraft draft) implements BatchItem {

        public Readable {
            Objects.requireNonNull(draft);
        }

        @Override
        public Optional<String> invoiceNumber() {
            return draft.document().invoiceNumber();
        }
    }

    /** An item that cannot be read as an invoice, with what is wrong with it. */
    record Unreadable(Optional<String> invoiceNumber, List<Violation> faults) implements BatchItem {

        public Unreadable {
            Objects.requireNonNull(invoiceNumber);
            faults = List.copyOf(faults);
        }
    }
}
