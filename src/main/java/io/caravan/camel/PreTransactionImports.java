package io.caravan.camel;

import io.caravan.core.dialect.Answer;
import io.caravan.core.pretransaction.ImportChunk;
import io.caravan.core.pretransaction.ImportFault;
import io.caravan.core.pretransaction.PreTransactionImport;
import io.caravan.core.problem.Problem;
import io.caravan.core.problem.ProblemCode;
import io.caravan.usecase.pretransaction.ImportPreTransactions;
import java.util.List;

/** Takes imports chunk by chunk, a transaction each: what broke off goes on there when it is sent again. */
public final class PreTransactionImports {

    private static final int CHUNK = 50;
    private static final int ATTEMPTS = 5;

    private final ImportPreTransactions importPreTransactions;

    public PreTransactionImports(ImportPreTransactions importPreTransactions) {
        this.importPreTransactions = importPreTransactions;
    }

    /** What the partner is told. */
    public Answer take(PreTransactionImport request) {
        var faults = request.chunks(CHUNK).stream()
                .flatMap(chunk -> take(chunk, 1).stream())
                .toList();
        return request.answer().apply(faults);
    }

    /** Somebody may use a reference of the chunk at the same time; when it is tried again, that row has a fault. */
    private List<ImportFault> take(ImportChunk chunk, int attempt) {
        try {
            return importPreTransactions.take(chunk);
        } catch (Problem e) {
            if (e.code() != ProblemCode.INVOICE_EXISTS || attempt == ATTEMPTS) {
                throw e;
            }
            return take(chunk, attempt + 1);
        }
    }
}
