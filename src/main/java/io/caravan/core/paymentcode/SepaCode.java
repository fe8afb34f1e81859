package io.caravan.core.paymentcode;

import io.caravan.core.money.Money;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * What a QR code for a credit transfer in euros says, EPC069-12 version 002. It is drawn with error correction M.
 *
 * @param bic of the creditor's bank, 8 or 11 characters; needed outside the European Economic Area only
 * @param name of the creditor, 1 to 70 characters
 * @param reference what the payer's bank sends along; a text is left out if there is one
 * @param text at most 140 characters
 */
public record SepaCode(
        Optional<String> bic,
        String name,
        Iban account,
        Money amount,
        Optional<CreditorReference> reference,
        String text) {

    private static final long LARGEST = 99_999_999_999L;
    private static final int ROOM = 331;

    public SepaCode {
        Objects.requireNonNull(account);
        Objects.requireNonNull(reference);
        bic.ifPresent(code -> check(code.matches("[A-Z0-9]{8}([A-Z0-9]{3})?"), "not a BIC: " + code));
        check(isLine(name, 70) && !name.isEmpty(), "the creditor has a name of at most 70 characters");
        check(isLine(text, 140), "the text has at most 140 characters");
        check(amount.currency().getCurrencyCode().equals("EUR"), "the code is in euros, not " + amount.currency());
        check(amount.isPositive() && amount.minor() <= LARGEST, "the amount does not fit: " + amount);
    }

    /**
     * The payload, in UTF-8.
     *
     * @throws IllegalArgumentException if it is longer than 331 bytes
     */
    public String payload() {
        var lines = List.of(
                "BCD",
                "002",
                "1",
                "SCT",
                bic.orElse(""),
                name,
                account.text(),
                "EUR" + amount.amount().toPlainString(),
                "",
                reference.map(CreditorReference::text).orElse(""),
                reference.isPresent() ? "" : text);
        var payload = String.join("\n", lines).stripTrailing();
        check(payload.getBytes(StandardCharsets.UTF_8).length <= ROOM, "the code has no room for so much");
        return payload;
    }

    private static boolean isLine(String text, int length) {
        return text.codePointCount(0, text.length()) <= length && text.chars().noneMatch(Character::isISOControl);
    }

    private static void check(boolean holds, String otherwise) {
        if (!holds) {
            throw new IllegalArgumentException(otherwise);
        }
    }
}
