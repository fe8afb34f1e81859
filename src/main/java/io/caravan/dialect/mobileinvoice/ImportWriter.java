package io.caravan.dialect.mobileinvoice;

import io.caravan.core.dialect.Answer;
import io.caravan.core.pretransaction.ImportFault;
import io.caravan.core.problem.InvalidInput;
import io.caravan.core.problem.Problem;
import io.caravan.json.StrictJson;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Writes what became of an import.
 *
 * @param rows how many it had
 * @param href where those that were taken are listed
 * @param unread the rows that could not be read
 */
record ImportWriter(int rows, Optional<String> href, List<ImportFault> unread) {

    /** With those that could be read and were refused. */
    Answer answer(List<ImportFault> refused) {
        var faults = Stream.concat(unread.stream(), refused.stream())
                .sorted(Comparator.comparing(ImportFault::number))
                .toList();
        var body = new LinkedHashMap<String, Object>();
        body.put("success", faults.isEmpty());
        body.put("succeededEntries", rows - faults.size());
        body.put("failedEntries", faults.size());
        body.put("Errors", faults.stream().map(ImportWriter::fault).toList());
        body.put("href", href.filter(known -> faults.size() < rows).orElse(null));
        return Answer.json(200, StrictJson.bytes(body));
    }

    private static Map<String, Object> fault(ImportFault fault) {
        var words = fault.problem()
                .map(problem -> Errors.words(Problem.of(problem, "referenceId")))
                .orElse("The row is invalid.");
        var one = new LinkedHashMap<String, Object>();
        one.put("row", fault.number());
        one.put("message", words);
        one.put(
                "errors",
                fault.violations().isEmpty() ? Map.of() : Errors.faults(new InvalidInput(fault.violations())));
        return one;
    }
}
