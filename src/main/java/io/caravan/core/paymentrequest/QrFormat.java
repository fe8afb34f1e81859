package io.caravan.core.paymentrequest;

import java.util.Objects;

/**
 * How the code of a payment request is drawn.
 *
 * @param size width of an image, in pixels
 */
public record QrFormat(Kind kind, int size) {

    /** What the merchant gets. */
    public enum Kind {
        /** The address that the code would hold. */
        TARGET_URL,
        SVG,
        PNG
    }

    public QrFormat {
        Objects.requireNonNull(kind);
    }
}
