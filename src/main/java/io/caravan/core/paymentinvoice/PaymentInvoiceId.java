package io.caravan.core.paymentinvoice;

import java.security.SecureRandom;
import java.util.Optional;
import java.util.regex.Pattern;

/** Names a payment invoice: {@code cpi_} and 16 letters and digits. Whoever knows it may confirm, so nobody can guess it. */
public record PaymentInvoiceId(String text) {

    private static final Pattern FORM = Pattern.compile("cpi_[0-9A-Za-z]{16}");
    private static final String SIGNS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
    private static final int LENGTH = 16;
    private static final SecureRandom RANDOM = new SecureRandom();

    public PaymentInvoiceId {
        if (!FORM.matcher(text).matches()) {
            throw new IllegalArgumentException("not the id of a payment invoice");
        }
    }

    public static PaymentInvoiceId random() {
        var text = new StringBuilder("cpi_");
        RANDOM.ints(LENGTH, 0, SIGNS.length()).forEach(sign -> text.append(SIGNS.charAt(sign)));
        return new PaymentInvoiceId(text.toString());
    }

    /** The id that this text is; empty if it is none. */
    public static Optional<PaymentInvoiceId> parse(String text) {
        return text != null && FORM.matcher(text).matches()
                ? Optional.of(new PaymentInvoiceId(text))
                : Optional.empty();
    }

    @Override
    public String toString() {
        return text;
    }
}
