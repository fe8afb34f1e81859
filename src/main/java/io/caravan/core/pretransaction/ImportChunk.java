package io.caravan.core.pretransaction;

import io.caravan.core.dialect.RequestKey;
import io.caravan.core.merchant.Merchant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** Rows of an import that are stored together, or not at all. */
public record ImportChunk(Merchant merchant, List<ImportRow> rows, Optional<RequestKey> key) {

    public ImportChunk {
        Objects.requireNonNull(merchant);
        rows = List.copyOf(rows);
        Objects.requireNonNull(key);
    }
}
