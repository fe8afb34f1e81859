package io.caravan.core.pretransaction;

import io.caravan.core.dialect.Answer;
import io.caravan.core.dialect.RequestKey;
import io.caravan.core.id.Uuids;
import io.caravan.core.merchant.Merchant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * A partner's wish to have many pre-transactions created, each for itself.
 *
 * @param rows those that could be read
 * @param key the partner's idempotency key, if it sent one
 * @param answer writes what the partner is told of the rows that were not taken
 */
public record PreTransactionImport(
        Merchant merchant, List<ImportRow> rows, Optional<RequestKey> key, Function<List<ImportFault>, Answer> answer) {

    public PreTransactionImport {
        Objects.requireNonNull(merchant);
        rows = List.copyOf(rows);
        Objects.requireNonNull(key);
        Objects.requireNonNull(answer);
    }

    /**
     * The rows in chunks of this size; each has a key of its own, so that a repeat goes on where the first broke off. A
     * row is in the same chunk whichever others could be read.
     */
    public List<ImportChunk> chunks(int size) {
        return rows.stream()
                .collect(Collectors.groupingBy(row -> (row.number() - 1) / size, TreeMap::new, Collectors.toList()))
                .entrySet()
                .stream()
                .map(chunk -> new ImportChunk(merchant, chunk.getValue(), key(chunk.getKey())))
                .toList();
    }

    private Optional<RequestKey> key(int chunk) {
        return key.map(known -> new RequestKey("import " + Uuids.derived(known.key()) + " " + chunk, known.hash()));
    }
}
