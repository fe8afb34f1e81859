package io.caravan.web.page;

import io.caravan.core.page.ShownPaymentInvoice;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** What a payer types into a bank, line by line. Long numbers stand in groups, as people read them. */
final class RequisiteRows {

    /** What a page shows in another way. */
    private static final Pattern DRAWN =
            Pattern.compile(".*_(standard|symbology|url)|qr_payload|deeplink_url|amount|currency|expires");

    private static final Set<String> OF_FOUR = Set.of("iban", "card_number");
    private static final Pattern REFERENCE = Pattern.compile("RF[0-9A-Z]+");
    private static final Pattern DIGITS = Pattern.compile("[0-9]{9,}");
    private static final int SMALL = 4;
    private static final int LARGE = 5;

    private final Language language;
    private final List<Map<String, Object>> rows = new ArrayList<>();

    private RequisiteRows(Language language) {
        this.language = language;
    }

    /** Each with a label, the value as it is copied, and its groups. Nothing is said twice. */
    static List<Map<String, Object>> of(ShownPaymentInvoice page, Language language) {
        var rows = new RequisiteRows(language);
        page.invoice().requisites().ifPresent(requisites -> requisites.texts().entrySet().stream()
                .filter(text -> !DRAWN.matcher(text.getKey()).matches())
                .forEach(text -> rows.add(text.getKey(), text.getValue())));
        rows.add("reference", page.invoice().reference().text());
        rows.add("amount", page.payment().amount().amount().toPlainString());
        return rows.rows;
    }

    private void add(String name, String value) {
        if (rows.stream().noneMatch(row -> row.get("value").equals(value))) {
            rows.add(Map.of("label", Labels.of(name, language), "value", value, "groups", groups(name, value)));
        }
    }

    private static List<String> groups(String name, String value) {
        if (OF_FOUR.contains(name) || REFERENCE.matcher(value).matches()) {
            return groups(value, 0, SMALL);
        }
        return name.equals("reference") && DIGITS.matcher(value).matches()
                ? groups(value, value.length() % LARGE, LARGE)
                : List.of(value);
    }

    private static List<String> groups(String value, int first, int size) {
        var groups = new ArrayList<String>();
        if (first > 0) {
            groups.add(value.substring(0, first));
        }
        for (int i = first; i < value.length(); i += size) {
            groups.add(value.substring(i, Math.min(value.length(), i + size)));
        }
        return groups;
    }
}
