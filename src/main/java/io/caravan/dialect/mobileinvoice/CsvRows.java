package io.caravan.dialect.mobileinvoice;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.caravan.core.problem.InvalidInput;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** CSV under a line with the keys of a pre-transaction, as the JSON objects that it stands for. */
final class CsvRows {

    private static final String PROVIDERS = "paymentProviders";
    private static final String CUSTOM = "customProperties.";
    private static final Set<String> FLAGS = Set.of("skipLandingPage", "sendSms");
    private static final Set<String> NEEDED = Set.of("currency", "amount", PROVIDERS);

    /** The keys by their names in lower case. */
    private static final Map<String, String> KEYS = Stream.of(("partnerId currency amount paymentProviders msisdn"
                            + " referenceId correlationId expiryUtc returnUrl statusCallbackUrl smsStatusCallbackUrl"
                            + " smsNotificationOriginator smsNotificationText smsNotificationSendTimeUtc smsReceiptText"
                            + " description ocr transactionReconRef viewTemplateName campaignId authentication sourceId"
                            + " customLandingPageUrl skipLandingPage sendSms")
                    .split(" "))
            .collect(Collectors.toUnmodifiableMap(key -> key.toLowerCase(Locale.ROOT), key -> key));

    private CsvRows() {}

    /** @throws InvalidInput if the first line does not name the columns, or quotation marks do not match */
    static List<Supplier<ObjectNode>> read(String text) {
        var lines = Csv.read(text, separator(text));
        if (lines.isEmpty()) {
            return List.of();
        }
        var names = names(lines.get(0));
        var rows = new ArrayList<Supplier<ObjectNode>>();
        lines.stream().skip(1).filter(cells -> !isEmpty(cells)).forEach(cells -> rows.add(() -> row(names, cells)));
        return rows;
    }

    /** Spreadsheets write semicolons where commas are for decimals. */
    private static char separator(String text) {
        var first = text.lines().findFirst().orElse("");
        return first.contains(";") && !first.contains(",") ? ';' : ',';
    }

    private static List<String> names(String[] cells) {
        var names = Arrays.stream(cells).map(CsvRows::name).toList();
        if (new HashSet<>(names).size() < names.size()) {
            throw InvalidInput.of("header", "names a column twice");
        }
        if (!names.containsAll(NEEDED)) {
            throw InvalidInput.of("header", "must name currency, amount and paymentProviders");
        }
        return names;
    }

    private static String name(String cell) {
        var name = cell.strip();
        if (name.toLowerCase(Locale.ROOT).startsWith(CUSTOM.toLowerCase(Locale.ROOT))
                && name.length() > CUSTOM.length()) {
            return CUSTOM + name.substring(CUSTOM.length());
        }
        var key = KEYS.get(name.toLowerCase(Locale.ROOT));
        if (key == null) {
            throw InvalidInput.of("header", "names a column that is no key of a pre-transaction");
        }
        return key;
    }

    private static boolean isEmpty(String[] cells) {
        return Arrays.stream(cells).allMatch(String::isBlank);
    }

    private static ObjectNode row(List<String> names, String[] cells) {
        if (cells.length != names.size()) {
            throw InvalidInput.of("", "has " + cells.length + " cells, and not " + names.size());
        }
        var row = JsonNodeFactory.instance.objectNode();
        for (int i = 0; i < cells.length; i++) {
            if (!cells[i].isBlank()) {
                put(row, names.get(i), cells[i]);
            }
        }
        return row;
    }

    private static void put(ObjectNode row, String name, String cell) {
        if (name.startsWith(CUSTOM)) {
            row.withObjectProperty("customProperties").put(name.substring(CUSTOM.length()), cell);
        } else if (name.equals(PROVIDERS)) {
            var providers = row.putArray(PROVIDERS);
            Arrays.stream(cell.strip().split("[,;|\\s]+")).forEach(providers::add);
        } else if (FLAGS.contains(name) && Set.of("true", "false").contains(lower(cell))) {
            row.put(name, lower(cell).equals("true"));
        } else {
            row.put(name, cell.strip());
        }
    }

    private static String lower(String cell) {
        return cell.strip().toLowerCase(Locale.ROOT);
    }
}
