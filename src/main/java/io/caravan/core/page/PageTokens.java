package io.caravan.core.page;

import io.caravan.core.invoice.InvoiceId;
import io.caravan.core.payment.PaymentId;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.Base64;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Derives the tokens of pages: the first 128 bits of HMAC-SHA256 over the invoice's id and the link's version. Nobody
 * without the key can tell a token from the id, and no token is stored anywhere.
 */
public final class PageTokens {

    private static final String ALGORITHM = "HmacSHA256";
    private static final int KEY_BYTES = 32;
    private static final int TOKEN_BYTES = 16;
    private static final Pattern KEY_ID = Pattern.compile("[A-Za-z0-9._-]{1,64}");

    private final String current;
    private final Map<String, SecretKeySpec> ring;

    /**
     * Makes new links with the current key, and knows those made with any key of the ring.
     *
     * @throws IllegalArgumentException if the current key is not in the ring, a key is shorter than 32 bytes, or its id
     *     is anything but 1 to 64 letters, digits, dots, hyphens and underscores
     */
    public PageTokens(String current, Map<String, byte[]> ring) {
        this.current = current;
        this.ring = ring.entrySet().stream()
                .collect(Collectors.toUnmodifiableMap(
                        Map.Entry::getKey, entry -> key(entry.getKey(), entry.getValue())));
        if (!ring.containsKey(current)) {
            throw new IllegalArgumentException("The current page key, " + current + ", is not in the ring");
        }
    }

    /** The page that an invoice has from its beginning, with the current key. */
    public Page first(InvoiceId invoice) {
        return new Page(invoice, 1, current);
    }

    /** The page that a payment has from its beginning, with the current key. */
    public PaymentPage first(PaymentId payment) {
        return new PaymentPage(payment, 1, current);
    }

    /**
     * The token of a payment's page, always the same, and never that of an invoice's page.
     *
     * @throws IllegalStateException if the page's key is not in the ring any more
     */
    public PageToken of(PaymentPage page) {
        var id = page.payment().value();
        return token(
                page.key(),
                ByteBuffer.allocate(2 * Long.BYTES + Integer.BYTES + 1)
                        .putLong(id.getMostSignificantBits())
                        .putLong(id.getLeastSignificantBits())
                        .putInt(page.version())
                        .put((byte) 'p')
                        .array());
    }

    /**
     * The token of this page, always the same.
     *
     * @throws IllegalStateException if the page's key is not in the ring any more
     */
    public PageToken of(Page page) {
        return token(page.key(), said(page));
    }

    private PageToken token(String keyId, byte[] said) {
        var key = ring.get(keyId);
        if (key == null) {
            throw new IllegalStateException("A page was made with key " + keyId + ", which is not in the ring");
        }
        try {
            var mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            var bits = Arrays.copyOf(mac.doFinal(said), TOKEN_BYTES);
            return new PageToken(Base64.getUrlEncoder().withoutPadding().encodeToString(bits));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] said(Page page) {
        var id = page.invoice().value();
        return ByteBuffer.allocate(2 * Long.BYTES + Integer.BYTES)
                .putLong(id.getMostSignificantBits())
                .putLong(id.getLeastSignificantBits())
                .putInt(page.version())
                .array();
    }

    private static SecretKeySpec key(String id, byte[] bytes) {
        if (!KEY_ID.matcher(id).matches()) {
            throw new IllegalArgumentException("A page key has an id that cannot be used");
        }
        if (bytes.length < KEY_BYTES) {
            throw new IllegalArgumentException("Page key " + id + " must be at least " + KEY_BYTES + " bytes long");
        }
        return new SecretKeySpec(bytes, ALGORITHM);
    }
}
