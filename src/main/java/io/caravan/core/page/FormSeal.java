package io.caravan.core.page;

import io.caravan.core.prompt.PromptId;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Seals the forms of pages, so that only what a page of ours has drawn not long ago can be sent: HMAC-SHA256 over the
 * page's token, the action, the form's id, the invoice's number of events and the time when the form ends, in real time.
 */
public final class FormSeal {

    /** How long a form can be sent. */
    public static final Duration LIFE = Duration.ofMinutes(30);

    private static final String ALGORITHM = "HmacSHA256";

    private final String current;
    private final Map<String, byte[]> ring;
    private final Clock realTime;

    /** Seals with the current key, and knows seals made with any key of the ring. */
    public FormSeal(String current, Map<String, byte[]> ring, Clock realTime) {
        this.current = current;
        this.ring = Map.copyOf(ring);
        this.realTime = realTime;
    }

    /**
     * What a form says of itself.
     *
     * @param action what the form does
     * @param number the invoice's last event
     */
    public record Form(PageToken token, String action, PromptId id, int number) {

        private byte[] said(long ends) {
            return String.join("\n", "form", token.text(), action, id.toString(), "" + number, "" + ends)
                    .getBytes(StandardCharsets.UTF_8);
        }
    }

    /** The seal of a form that is drawn now: when it ends, a dot, and the HMAC. */
    public String seal(Form form) {
        var ends = realTime.instant().plus(LIFE).getEpochSecond();
        return ends + "." + Base64.getUrlEncoder().withoutPadding().encodeToString(mac(current, form.said(ends)));
    }

    /** Whether this form was sealed here and has not ended. */
    public boolean holds(Form form, String seal) {
        int dot = seal.indexOf('.');
        try {
            var ends = Long.parseLong(seal.substring(0, Math.max(dot, 0)));
            var mac = Base64.getUrlDecoder().decode(seal.substring(dot + 1));
            return realTime.instant().isBefore(Instant.ofEpochSecond(ends))
                    && ring.keySet().stream().anyMatch(key -> MessageDigest.isEqual(mac, mac(key, form.said(ends))));
        } catch (IllegalArgumentException | java.time.DateTimeException e) {
            return false;
        }
    }

    private byte[] mac(String key, byte[] said) {
        try {
            var mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(ring.get(key), ALGORITHM));
            return mac.doFinal(said);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
