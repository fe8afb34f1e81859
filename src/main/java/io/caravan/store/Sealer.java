package io.caravan.store;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * Encrypts what must not lie readable in the database: AES-256 in GCM mode, which also notices any change. The text
 * form, {@code keyId:base64(iv, ciphertext, tag)}, says which key opens it, so that old keys may stay in the ring while
 * a new one seals.
 */
public final class Sealer {

    private static final String CIPHER = "AES/GCM/NoPadding";
    private static final int KEY_BYTES = 32;
    private static final int IV_BYTES = 12;
    private static final int TAG_BITS = 128;

    private final String current;
    private final Map<String, SecretKeySpec> ring;
    private final SecureRandom random = new SecureRandom();

    /**
     * Seals with the current key, opens with any of the ring.
     *
     * @throws IllegalArgumentException if the current key is not in the ring, or a key is not 32 bytes long
     */
    public Sealer(String current, Map<String, byte[]> ring) {
        this.current = Objects.requireNonNull(current);
        this.ring = ring.entrySet().stream()
                .collect(Collectors.toUnmodifiableMap(
                        Map.Entry::getKey, entry -> key(entry.getKey(), entry.getValue())));
        if (!ring.containsKey(current)) {
            throw new IllegalArgumentException("The current key, " + current + ", is not in the ring");
        }
    }

    public String seal(byte[] plain) {
        var iv = new byte[IV_BYTES];
        random.nextBytes(iv);
        try {
            var sealed = cipher(Cipher.ENCRYPT_MODE, current, iv).doFinal(plain);
            var whole = Arrays.copyOf(iv, iv.length + sealed.length);
            System.arraycopy(sealed, 0, whole, iv.length, sealed.length);
            return current + ":" + Base64.getEncoder().encodeToString(whole);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("A value cannot be sealed with key " + current, e);
        }
    }

    /**
     * What was sealed.
     *
     * @throws IllegalStateException if the key is unknown or wrong, or the text was changed; names the key and nothing
     *     of the content
     */
    public byte[] open(String sealed) {
        int colon = sealed.indexOf(':');
        var id = sealed.substring(0, Math.max(colon, 0));
        if (!ring.containsKey(id)) {
            throw new IllegalStateException("A sealed value names a key that is not in the ring");
        }
        try {
            var whole = Base64.getDecoder().decode(sealed.substring(colon + 1));
            var iv = Arrays.copyOf(whole, IV_BYTES);
            return cipher(Cipher.DECRYPT_MODE, id, iv).doFinal(whole, IV_BYTES, whole.length - IV_BYTES);
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            throw new IllegalStateException("A sealed value cannot be opened with key " + id);
        }
    }

    /** The key's id is authenticated too: a value does not open under another name. */
    private Cipher cipher(int mode, String id, byte[] iv) throws GeneralSecurityException {
        var cipher = Cipher.getInstance(CIPHER);
        cipher.init(mode, ring.get(id), new GCMParameterSpec(TAG_BITS, iv));
        cipher.updateAAD(id.getBytes(StandardCharsets.UTF_8));
        return cipher;
    }

    private static SecretKeySpec key(String id, byte[] bytes) {
        if (bytes.length != KEY_BYTES) {
            throw new IllegalArgumentException("Key " + id + " must be " + KEY_BYTES + " bytes long");
        }
        return new SecretKeySpec(bytes, "AES");
    }
}
