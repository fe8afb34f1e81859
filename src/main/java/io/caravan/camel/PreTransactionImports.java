package io.caravan.camel;

import io.caravan.core.dialect.Answer;
import io.caravan.core.merchant.Merchant;
import io.caravan.core.pretransaction.ImportChunk;
import io.caravan.core.pretransaction.ImportFault;
import io.caravan.core.pretransaction.PreTransactionImport;
import io.caravan.core.pretransaction.Terms;
import io.caravan.core.problem.InvalidInput;
import io.caravan.core.problem.Problem;
import io.caravan.core.problem.ProblemCode;
import io.caravan.usecase.pretransaction.ImportPreTransactions;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Takes imports chunk by chunk, a transaction each: what broke off goes on there when it is sent again. */
public final class PreTransactionImports {

    private static final int CHUNK = 50;
    private static final int ATTEMPTS = 5;

    /** Each may take seconds to be looked up. */
    private static final int MOST_HOSTS = 50;

    private static final InvalidInput TOO_MANY_HOSTS = InvalidInput.of(
            "statusCallbackUrl", "is one of more than " + MOST_HOSTS + " hosts: send them in several imports");
    private static final Pattern ORIGIN = Pattern.compile("[^/?#]*//[^/?#]*");

    private final ImportPreTransactions importPreTransactions;
    private final BiConsumer<Merchant, Terms> callbacks;

    /** @param callbacks refuses those whose callbacks may not go where they want them; it may look names up */
    public PreTransactionImports(ImportPreTransactions importPreTransactions, BiConsumer<Merchant, Terms> callbacks) {
        this.importPreTransactions = importPreTransactions;
        this.callbacks = callbacks;
    }

    /** What the partner is told. */
    public Answer take(PreTransactionImport request) {
        var refused = refused(request);
        var faults = request.chunks(CHUNK).stream()
                .flatMap(chunk -> take(chunk, refused, 1).stream())
                .toList();
        return request.answer().apply(faults);
    }

    /** Rows mostly call back to the same hosts, or leave it to the campaign: each host is looked up once. */
    private Map<Integer, ImportFault> refused(PreTransactionImport request) {
        var known = new HashMap<List<Optional<String>>, Optional<InvalidInput>>();
        var refused = new TreeMap<Integer, ImportFault>();
        for (var row : request.rows()) {
            var terms = row.draft().terms();
            var hosts = List.of(origin(terms.statusCallbackUrl()), origin(terms.smsStatusCallbackUrl()));
            var fault = known.size() < MOST_HOSTS || known.containsKey(hosts)
                    ? known.computeIfAbsent(hosts, unknown -> judged(request.merchant(), terms))
                    : Optional.of(TOO_MANY_HOSTS);
            fault.ifPresent(found -> refused.put(row.number(), ImportFault.of(row.number(), found)));
        }
        return refused;
    }

    private static Optional<String> origin(Optional<String> url) {
        return url.map(ORIGIN::matcher).filter(Matcher::lookingAt).map(Matcher::group);
    }

    private Optional<InvalidInput> judged(Merchant merchant, Terms terms) {
        try {
            callbacks.accept(merchant, terms);
            return Optional.empty();
        } catch (InvalidInput e) {
            return Optional.of(e);
        }
    }

    /** Somebody may use a reference of the chunk at the same time; when it is tried again, that row has a fault. */
    private List<ImportFault> take(ImportChunk chunk, Map<Integer, ImportFault> refused, int attempt) {
        try {
            return importPreTransactions.take(chunk, refused);
        } catch (Problem e) {
            if (e.code() != ProblemCode.INVOICE_EXISTS || attempt == ATTEMPTS) {
                throw e;
            }
            return take(chunk, refused, attempt + 1);
        }
    }
}
