package io.caravan.dialect.mobilepay;

import io.caravan.core.invoice.BatchVerdict;
import io.caravan.core.problem.InvalidInput.Violation;
import java.util.List;
import java.util.Optional;

/** Writes what merchants are told at once of the items of a batch, both lists in the order of the batch. */
final class BatchWriter {

    private final Errors errors;

    BatchWriter(Errors errors) {
        this.errors = errors;
    }

    byte[] verdicts(List<BatchVerdict> verdicts) {
        return JsonText.object(
                json -> json.put("Accepted", of(verdicts, BatchVerdict.Accepted.class), BatchWriter::accepted)
                        .put("Rejected", rejected(verdicts), this::rejected));
    }

    private static void accepted(JsonText json, BatchVerdict.Accepted item) {
        json.put("InvoiceNumber", item.invoiceNumber()).put("InvoiceId", item.id());
    }

    private void rejected(JsonText json, BatchVerdict item) {
        json.put("InvoiceNumber", item.invoiceNumber());
        if (item instanceof BatchVerdict.Unreadable unreadable) {
            json.put("Errors", unreadable.faults(), BatchWriter::fault);
        } else if (item instanceof BatchVerdict.Refused refused) {
            json.put("Errors", List.of(errors.words(refused.problem())), BatchWriter::words);
        }
    }

    private static void fault(JsonText json, Violation fault) {
        json.put("ErrorText", Errors.text(fault)).put("ErrorCode", Optional.empty());
    }

    private static void words(JsonText json, Errors.Words words) {
        json.put("ErrorText", words.description()).put("ErrorCode", words.code().map(Integer::valueOf));
    }

    private static List<BatchVerdict> rejected(List<BatchVerdict> verdicts) {
        return verdicts.stream()
                .filter(verdict -> !(verdict instanceof BatchVerdict.Accepted))
                .toList();
    }

    private static <T> List<T> of(List<?> verdicts, Class<T> kind) {
        return verdicts.stream().filter(kind::isInstance).map(kind::cast).toList();
    }
}
