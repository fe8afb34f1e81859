package io.caravan.core.invoice;

import io.caravan.core.problem.InvalidInput.Violation;
import io.caravan.core.problem.ProblemCode;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** What a merchant is told at once of an item of its batch. */
public sealed interface BatchVerdict {

    /** As in the item. */
    Optional<String> invoiceNumber();

    /** Stored under this id; it will be checked against what is known, and the merchant told of the outcome. */
    record Accepted(Optional<String> invoiceNumber, InvoiceId id) implements BatchVerdict {

        public Accepted {
            Objects.requireNonNull(invoiceNumber);
            Objects.requireNonNull(id);
        }
    }

    /** Not stored, because it cannot be read as an invoice. */
    record Unreadable(Optional<String> invoiceNumber, List<Violation> faults) implements BatchVerdict {

        public Unreadable {
            Objects.requireNonNull(invoiceNumber);
            faults = List.copyOf(faults);
        }
    }

    /** Not stored, because it breaks a rule. */
    record Refused(Optional<String> invoiceNumber, ProblemCode problem) implements BatchVerdict {

        public Refused {
            Objects.requireNonNull(invoiceNumber);
            Objects.requireNonNull(problem);
        }
    }
}
