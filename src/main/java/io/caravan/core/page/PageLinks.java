package io.caravan.core.page;

import io.caravan.core.dialect.Answer;
import io.caravan.core.invoice.InvoiceId;
import io.caravan.core.payment.PaymentId;
import java.io.ByteArrayOutputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;

/**
 * The addresses of hosted pages: {@code {base}/i/{token}} of invoices, {@code {base}/pay/{token}} of payments.
 *
 * <p>What is stored before it is sent holds a placeholder instead of each token, which {@link #fill} replaces, always by
 * the same bytes. It begins and ends with a byte that no JSON text has in it unless it is written raw: nobody's words
 * can be taken for a placeholder.
 */
public final class PageLinks {

    private static final char MARK = '\u0001';

    private final PageTokens tokens;
    private final String prefix;
    private final String payments;

    /**
     * Links to pages under this address.
     *
     * @param baseUrl scheme, host, port and path, without a slash at the end
     * @throws IllegalArgumentException if it is no absolute URL
     */
    public PageLinks(PageTokens tokens, String baseUrl) {
        if (!URI.create(baseUrl).isAbsolute()) {
            throw new IllegalArgumentException("The base URL of pages is not absolute: " + baseUrl);
        }
        this.tokens = tokens;
        this.prefix = baseUrl + "/i/";
        this.payments = baseUrl + "/pay/";
    }

    /** The page that an invoice has from its beginning. */
    public Page first(InvoiceId invoice) {
        return tokens.first(invoice);
    }

    /** Where the page is. */
    public String href(Page page) {
        return prefix + tokens.of(page).text();
    }

    /** The page that a payment has from its beginning. */
    public PaymentPage first(PaymentId payment) {
        return tokens.first(payment);
    }

    /** Where the page of a payment is. */
    public String href(PaymentPage page) {
        return payments + tokens.of(page).text();
    }

    /** The token of a payment's page. */
    public String token(PaymentPage page) {
        return tokens.of(page).text();
    }

    /** Where pages of payments are, up to the token. */
    public String payments() {
        return payments;
    }

    /** A placeholder for the token of a payment's page: to be written raw into what is stored. */
    public String placeholder(PaymentPage page) {
        return MARK + page.text() + MARK;
    }

    /** Where the page is, with a placeholder for its token: to be written raw into what is stored. */
    public String placeholder(Page page) {
        return prefix + MARK + page.text() + MARK;
    }

    /** The answer as it goes out. */
    public Answer fill(Answer answer) {
        var filled = fill(answer.body());
        return filled == answer.body()
                ? answer
                : new Answer(answer.status(), answer.mediaType(), filled, answer.headers());
    }

    /** What was stored, with tokens instead of placeholders; the same array if there are none. */
    public byte[] fill(byte[] stored) {
        int mark = mark(stored, 0);
        if (mark < 0) {
            return stored;
        }
        var filled = new ByteArrayOutputStream(stored.length);
        int from = 0;
        while (mark >= 0) {
            int end = mark(stored, mark + 1);
            if (end < 0) {
                throw new IllegalStateException("A placeholder of a page does not end");
            }
            filled.write(stored, from, mark - from);
            filled.writeBytes(token(new String(stored, mark + 1, end - mark - 1, StandardCharsets.US_ASCII)));
            from = end + 1;
            mark = mark(stored, from);
        }
        filled.write(stored, from, stored.length - from);
        return filled.toByteArray();
    }

    private byte[] token(String placeholder) {
        var token = PaymentPage.isText(placeholder)
                ? tokens.of(PaymentPage.parse(placeholder))
                : tokens.of(Page.parse(placeholder));
        return token.text().getBytes(StandardCharsets.US_ASCII);
    }

    private static int mark(byte[] bytes, int from) {
        for (int i = from; i < bytes.length; i++) {
            if (bytes[i] == MARK) {
                return i;
            }
        }
        return -1;
    }
}
