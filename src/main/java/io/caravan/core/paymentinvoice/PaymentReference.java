package io.caravan.core.paymentinvoice;

import io.caravan.core.paymentcode.CreditorReference;
import io.caravan.core.paymentcode.Fik;
import io.caravan.core.paymentcode.FinnishReference;
import io.caravan.core.paymentcode.Kid;
import io.caravan.core.paymentcode.SwissReference;
import java.util.Locale;

/**
 * What a payer quotes, by which money finds its payment.
 *
 * @param text as it is shown
 */
public record PaymentReference(String text) {

    private static final int LONGEST = 64;
    private static final String PLAIN = "P";

    public PaymentReference {
        if (text.isEmpty() || text.length() > LONGEST) {
            throw new IllegalArgumentException("nobody can quote this");
        }
    }

    /** The reference of this kind that carries a number of twelve digits, of which there is one for each payment. */
    public static PaymentReference of(Service service, String number) {
        return new PaymentReference(
                switch (service.kind()) {
                    case SEPA_QR, BANK_TRANSFER -> CreditorReference.of(number).text();
                    case FI_BARCODE ->
                        service.quotesCreditorReference()
                                ? CreditorReference.of(number).text()
                                : FinnishReference.of(number).text();
                    case SWISS_QR -> SwissReference.of(number).text();
                    case NO_KID ->
                        Kid.named(service.details().getOrDefault("check", "mod10"))
                                .of(number);
                    case DK_FIK -> Fik.of(number, service.detail("creditor")).reference();
                    case RECEIPT, CARD_TRANSFER, UPI_QR, UPI_DEEPLINK, CARD_PAGE ->
                        plain(number).text();
                });
    }

    /** The reference of a payment for which no service has been chosen. */
    public static PaymentReference plain(String number) {
        return new PaymentReference(PLAIN + number);
    }

    /** The number that a plain reference carries. */
    public String number() {
        if (!text.startsWith(PLAIN)) {
            throw new IllegalStateException("its service has been chosen");
        }
        return text.substring(PLAIN.length());
    }

    /** The same for all ways to write it: banks add and drop blanks, leading zeros and capitals. */
    public static String key(String text) {
        return text.toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]", "").replaceFirst("^0+", "");
    }

    public String key() {
        return key(text);
    }

    @Override
    public String toString() {
        return text;
    }
}
