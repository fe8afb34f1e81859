package io.caravan.dialect.mobileinvoice;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.caravan.core.dialect.RequestKey;
import io.caravan.core.id.Uuids;
import io.caravan.core.partner.PartnerDetails;
import io.caravan.core.pretransaction.ImportFault;
import io.caravan.core.pretransaction.ImportRow;
import io.caravan.core.pretransaction.PreTransactionImport;
import io.caravan.core.pretransaction.PreTransactionLinks;
import io.caravan.core.problem.Forbidden;
import io.caravan.core.problem.InvalidInput;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;

/** Reads an import: rows that are wrong are told of, and do not stop the others. */
final class ImportReader {

    private final PartnerDetails caller;
    private final Optional<RequestKey> key;
    private final String id;
    private final List<ImportRow> rows = new ArrayList<>();
    private final List<ImportFault> faults = new ArrayList<>();

    ImportReader(PartnerDetails caller, Optional<RequestKey> key) {
        this.caller = caller;
        this.key = key;
        this.id = key.map(known ->
                        Uuids.derived("import " + caller.merchant().id() + " " + known.key() + " " + known.hash()))
                .orElseGet(UUID::randomUUID)
                .toString();
    }

    /**
     * The import.
     *
     * @throws InvalidInput if its rows cannot be told from each other, or are too many
     */
    PreTransactionImport read(byte[] body, String mediaType, PreTransactionLinks links) {
        var several = ImportRows.read(body, mediaType);
        for (int i = 0; i < several.size(); i++) {
            read(i + 1, several.get(i));
        }
        var writer = new ImportWriter(several.size(), href(links), faults);
        return new PreTransactionImport(caller.merchant(), rows, key, writer::answer);
    }

    private void read(int number, Supplier<ObjectNode> row) {
        try {
            var fields = complete(row.get());
            var draft = new PreTransactionReader(new Fields(fields), caller).read();
            rows.add(new ImportRow(number, StatusCallbacks.withoutUsers(draft), StatusCallbacks.of(draft)));
        } catch (InvalidInput e) {
            faults.add(ImportFault.of(number, e));
        } catch (Forbidden e) {
            faults.add(ImportFault.of(number, InvalidInput.of("partnerId", "is another partner's")));
        }
    }

    /** What every row needs and few say: whose it is, and by what the rows of this import are found. */
    private ObjectNode complete(ObjectNode row) {
        put(row, "partnerId", IntNode.valueOf(caller.partner().id()));
        put(row, "correlationId", TextNode.valueOf(id));
        return row;
    }

    /** Unless it is said; null and blanks say nothing. */
    private static void put(ObjectNode row, String name, JsonNode value) {
        var own = row.properties().stream()
                .filter(field -> field.getKey().toLowerCase(Locale.ROOT).equals(name.toLowerCase(Locale.ROOT)))
                .toList();
        if (own.stream()
                .allMatch(field -> field.getValue().isNull()
                        || field.getValue().isTextual()
                                && field.getValue().textValue().isBlank())) {
            own.stream().map(Map.Entry::getKey).toList().forEach(row::remove);
            row.set(name, value);
        }
    }

    /** Where those are listed that were imported; none if they have correlation ids of their own that differ. */
    private Optional<String> href(PreTransactionLinks links) {
        var all = rows.stream()
                .map(row -> row.draft().correlationId().orElseThrow())
                .distinct()
                .toList();
        return Optional.of(all)
                .filter(ids -> ids.size() == 1)
                .map(ids -> links.list(caller.partner().id(), ids.get(0)));
    }
}
