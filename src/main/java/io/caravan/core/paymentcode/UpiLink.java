package io.caravan.core.paymentcode;

import io.caravan.core.money.Money;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A link that opens a payment in an app of India's UPI, and what its QR code says.
 *
 * @param payee the virtual payment address, as shop@bank
 * @param name of the payee
 * @param merchantCode four digits, ISO 18245
 * @param reference of the payment, 1 to 35 letters and digits
 * @param note what the payer reads, at most 80 characters; may be empty
 */
public record UpiLink(String payee, String name, String merchantCode, String reference, Money amount, String note) {

    private static final Pattern PAYEE = Pattern.compile("[A-Za-z0-9._-]{1,255}@[A-Za-z0-9]{1,64}");
    private static final Pattern CODE = Pattern.compile("[0-9]{4}");
    private static final Pattern REFERENCE = Pattern.compile("[A-Za-z0-9]{1,35}");

    public UpiLink {
        Objects.requireNonNull(name);
        check(PAYEE.matcher(payee).matches(), "not a payment address: " + payee);
        check(CODE.matcher(merchantCode).matches(), "not a merchant code: " + merchantCode);
        check(REFERENCE.matcher(reference).matches(), "not a reference: " + reference);
        check(note.length() <= 80, "the note has at most 80 characters");
        check(amount.currency().getCurrencyCode().equals("INR"), "the link is in rupees, not " + amount.currency());
        check(amount.isPositive(), "nothing is to be paid");
    }

    /** The address, of scheme {@code upi}. */
    public String address() {
        var said = new LinkedHashMap<String, String>();
        said.put("pa", payee);
        said.put("pn", encoded(name));
        said.put("mc", merchantCode);
        said.put("tr", reference);
        if (!note.isEmpty()) {
            said.put("tn", encoded(note));
        }
        said.put("am", amount.amount().toPlainString());
        said.put("cu", "INR");
        return said.entrySet().stream().map(UpiLink::parameter).collect(Collectors.joining("&", "upi://pay?", ""));
    }

    private static String parameter(Map.Entry<String, String> said) {
        return said.getKey() + "=" + said.getValue();
    }

    /** Apps take blanks as %20 and not as a plus. */
    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    private static void check(boolean holds, String otherwise) {
        if (!holds) {
            throw new IllegalArgumentException(otherwise);
        }
    }
}
