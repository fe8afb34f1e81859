package io.caravan.core.paymentcode;

import io.caravan.core.money.Money;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Optional;

/**
 * The bank barcode of Finland as digits (virtuaaliviivakoodi): 54 of them, to be typed or drawn as Code 128 in its set C.
 * Version 4 has a Finnish reference, version 5 a creditor reference.
 */
public final class FinnishBarcode {

    /** What it has room for, in cents; of more it says nothing. */
    private static final long LARGEST = 99_999_999;

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("uuMMdd");
    private static final String NO_DAY = "000000";

    private FinnishBarcode() {}

    /**
     * Version 4.
     *
     * @throws IllegalArgumentException unless the account is in Finland and the amount in euros
     */
    public static String of(Iban account, Money amount, FinnishReference reference, Optional<LocalDate> due) {
        return "4" + account(account) + amount(amount) + "000" + zeros(reference.text(), 20) + day(due);
    }

    /**
     * Version 5.
     *
     * @throws IllegalArgumentException unless the account is in Finland, the amount in euros and the reference of digits
     *     alone
     */
    public static String of(Iban account, Money amount, CreditorReference reference, Optional<LocalDate> due) {
        if (!reference.body().chars().allMatch(Character::isDigit)) {
            throw new IllegalArgumentException("only digits can be drawn: " + reference);
        }
        return "5"
                + account(account)
                + amount(amount)
                + reference.checkDigits()
                + zeros(reference.body(), 21)
                + day(due);
    }

    private static String account(Iban account) {
        if (!account.country().equals("FI") || account.text().length() != 18) {
            throw new IllegalArgumentException("not a Finnish account");
        }
        return account.text().substring(2);
    }

    private static String amount(Money amount) {
        if (!amount.currency().getCurrencyCode().equals("EUR")) {
            throw new IllegalArgumentException("the barcode is in euros, not " + amount.currency());
        }
        return "%08d".formatted(amount.minor() > LARGEST ? 0 : amount.minor());
    }

    private static String zeros(String digits, int length) {
        return "0".repeat(length - digits.length()) + digits;
    }

    private static String day(Optional<LocalDate> due) {
        return due.map(DAY::format).orElse(NO_DAY);
    }
}
