package io.caravan.core.paymentcode;

import io.caravan.core.money.Money;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What the QR code of a Swiss QR-bill says, version 0200. It is drawn with error correction M and a Swiss cross.
 *
 * @param account in Switzerland or Liechtenstein; a QR-IBAN, with its reference, or another one
 * @param reference of a QR-IBAN, which needs one
 * @param other of any other account
 * @param message at most 140 characters; may be empty
 */
public record SwissCode(
        Iban account,
        Creditor creditor,
        Money amount,
        Optional<SwissReference> reference,
        Optional<CreditorReference> other,
        String message) {

    private static final long LARGEST = 99_999_999_999L;
    private static final int PARTY = 7;

    /** Who is paid, at a structured address. */
    public record Creditor(String name, String street, String number, String postcode, String town, String country) {

        public Creditor {
            check(isLine(name, 70) && !name.isEmpty(), "the creditor has a name of at most 70 characters");
            check(isLine(street, 70) && isLine(number, 16), "street or number is too long");
            check(isLine(postcode, 16) && !postcode.isEmpty(), "the creditor has a postcode");
            check(isLine(town, 35) && !town.isEmpty(), "the creditor has a town");
            check(country.matches("[A-Z]{2}"), "not a country: " + country);
        }

        private Stream<String> lines() {
            return Stream.of("S", name, street, number, postcode, town, country);
        }
    }

    public SwissCode {
        Objects.requireNonNull(creditor);
        check(Set.of("CH", "LI").contains(account.country()), "not a Swiss account");
        check(isQrIban(account) == reference.isPresent(), "a QR-IBAN and a QR reference go together");
        check(reference.isEmpty() || other.isEmpty(), "a bill has one reference");
        check(Set.of("CHF", "EUR").contains(amount.currency().getCurrencyCode()), "neither francs nor euros");
        check(amount.isPositive() && amount.minor() <= LARGEST, "the amount does not fit: " + amount);
        check(isLine(message, 140), "the message has at most 140 characters");
    }

    /** The payload, in UTF-8. */
    public String payload() {
        var type = reference.isPresent() ? "QRR" : other.isPresent() ? "SCOR" : "NON";
        var quoted = reference.map(SwissReference::text).or(() -> other.map(CreditorReference::text));
        List<Stream<String>> parts = List.of(
                Stream.of("SPC", "0200", "1", account.text()),
                creditor.lines(),
                nobody(),
                Stream.of(amount.amount().toPlainString(), amount.currency().getCurrencyCode()),
                nobody(),
                Stream.of(type, quoted.orElse(""), message, "EPD"));
        return String.join("\n", parts.stream().flatMap(part -> part).toList());
    }

    /** Whether the account is at one of the numbers that banks keep for QR-bills. */
    private static boolean isQrIban(Iban account) {
        var bank = account.text().substring(4, 9);
        return bank.chars().allMatch(Character::isDigit) && bank.startsWith("3") && bank.compareTo("32000") < 0;
    }

    private static Stream<String> nobody() {
        return Collections.nCopies(PARTY, "").stream();
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
