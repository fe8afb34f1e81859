package io.caravan.core.merchant;

import java.util.Arrays;
import java.util.Objects;
import java.util.Optional;

/**
 * The logo of an issuer: a picture that cannot do anything but be seen.
 *
 * @param mediaType that of PNG or JPEG
 */
public record Logo(String mediaType, byte[] bytes) {

    public static final int LARGEST = 256 * 1024;

    private static final byte[] PNG = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'};
    private static final byte[] JPEG = {(byte) 0xff, (byte) 0xd8, (byte) 0xff};

    public Logo {
        Objects.requireNonNull(mediaType);
        Objects.requireNonNull(bytes);
    }

    /** The logo in these bytes; empty if they are neither PNG nor JPEG, or too many. */
    public static Optional<Logo> of(byte[] bytes) {
        if (bytes.length > LARGEST) {
            return Optional.empty();
        }
        return startsWith(bytes, PNG)
                ? Optional.of(new Logo("image/png", bytes))
                : startsWith(bytes, JPEG) ? Optional.of(new Logo("image/jpeg", bytes)) : Optional.empty();
    }

    private static boolean startsWith(byte[] bytes, byte[] start) {
        return bytes.length > start.length && Arrays.equals(bytes, 0, start.length, start, 0, start.length);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Logo logo && mediaType.equals(logo.mediaType) && Arrays.equals(bytes, logo.bytes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes);
    }

    @Override
    public String toString() {
        return mediaType + " (" + bytes.length + " bytes)";
    }
}
