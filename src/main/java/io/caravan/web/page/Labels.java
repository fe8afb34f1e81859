package io.caravan.web.page;

import java.util.Locale;
import java.util.Set;

/** What people call the values that a payer has to know, or gives. */
final class Labels {

    private static final Set<String> KNOWN = Set.of(
            "beneficiary_name",
            "iban",
            "bic",
            "bank_name",
            "account",
            "kid",
            "payment_line",
            "card_number",
            "cardholder_name",
            "invoice_receipt_number",
            "barcode_payload",
            "reference",
            "amount",
            "confirm_number",
            "message");

    private Labels() {}

    /** In the language if the name is a usual one; otherwise the name itself, as words. */
    static String of(String name, Language language) {
        if (KNOWN.contains(name)) {
            return Words.text(language, "hpp.label." + name);
        }
        var words = name.replace('_', ' ').strip();
        return words.isEmpty() ? name : words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
    }
}
