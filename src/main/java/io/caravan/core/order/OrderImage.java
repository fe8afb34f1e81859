package io.caravan.core.order;

import java.util.Arrays;
import java.util.Objects;

/**
 * A picture that a sales unit shows beside its links.
 *
 * @param id what the sales unit calls it
 * @param mediaType {@code image/png} or {@code image/jpeg}
 */
public record OrderImage(String id, String mediaType, byte[] bytes) {

    public OrderImage {
        Objects.requireNonNull(id);
        Objects.requireNonNull(mediaType);
        Objects.requireNonNull(bytes);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof OrderImage image
                && id.equals(image.id)
                && mediaType.equals(image.mediaType)
                && Arrays.equals(bytes, image.bytes);
    }

    @Override
    public int hashCode() {
        return Objects.hash(id, mediaType, Arrays.hashCode(bytes));
    }

    @Override
    public String toString() {
        return mediaType + " (" + bytes.length + " bytes)";
    }
}
