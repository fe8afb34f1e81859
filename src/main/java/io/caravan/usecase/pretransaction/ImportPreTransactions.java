package io.caravan.usecase.pretransaction;

import io.caravan.core.dialect.KeptAnswers;
import io.caravan.core.pretransaction.ImportChunk;
import io.caravan.core.pretransaction.ImportFault;
import io.caravan.core.pretransaction.ImportRow;
import io.caravan.core.pretransaction.PreTransactionDetails;
import io.caravan.core.pretransaction.PreTransactions;
import io.caravan.core.problem.InvalidInput;
import io.caravan.core.problem.Problem;
import io.caravan.core.problem.ProblemCode;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** Takes a chunk of an import from a partner: every row that is right is stored, with a page of its own. */
public class ImportPreTransactions {

    private final NewPreTransactions created;
    private final PreTransactions preTransactions;
    private final KeptAnswers answers;

    public ImportPreTransactions(NewPreTransactions created, PreTransactions preTransactions, KeptAnswers answers) {
        this.created = created;
        this.preTransactions = preTransactions;
        this.answers = answers;
    }

    /**
     * The rows that were not taken, and why; the same again under the same key, whatever is known against them by then.
     *
     * @param refused by their numbers, rows that are not to be taken
     * @throws Problem INVOICE_EXISTS if somebody else has just used one of the references: nothing is stored, and the
     *     chunk can be tried again; or what is wrong with the partner's issuer
     */
    public List<ImportFault> take(ImportChunk chunk, Map<Integer, ImportFault> refused) {
        var right = new LinkedHashMap<ImportRow, PreTransactionDetails>();
        var faults = new TreeMap<Integer, ImportFault>();
        var references = new HashSet<String>();
        chunk.rows().forEach(row -> Optional.ofNullable(refused.get(row.number()))
                .or(() -> check(chunk, row, references))
                .ifPresentOrElse(fault -> faults.put(row.number(), fault), () -> make(chunk, row, right, faults)));
        var kept = new KeptFaults(List.copyOf(faults.values()));
        var earlier = chunk.key().flatMap(key -> answers.keep(chunk.merchant().id(), key, kept.answer()));
        if (earlier.isPresent()) {
            return KeptFaults.of(earlier.get()).faults();
        }
        right.forEach((row, made) -> created.store(made, chunk.merchant(), row.callbacks()));
        return kept.faults();
    }

    private Optional<ImportFault> check(ImportChunk chunk, ImportRow row, Set<String> references) {
        return row.draft()
                .referenceId()
                .filter(reference -> !references.add(reference)
                        || preTransactions.isUsed(chunk.merchant().id(), reference))
                .map(reference -> ImportFault.of(row.number(), ProblemCode.INVOICE_EXISTS));
    }

    private void make(
            ImportChunk chunk,
            ImportRow row,
            Map<ImportRow, PreTransactionDetails> right,
            Map<Integer, ImportFault> faults) {
        try {
            created.check(row.draft());
            right.put(row, created.make(chunk.merchant(), row.draft(), false));
        } catch (InvalidInput e) {
            faults.put(row.number(), ImportFault.of(row.number(), e));
        }
    }
}
