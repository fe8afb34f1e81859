package io.caravan.core.paymentrequest;

import io.caravan.core.order.Category;
import java.util.Objects;
import java.util.Optional;

/**
 * A link to more about what is sold, as its payer sees it.
 *
 * @param image the address of the picture that stands beside it
 */
public record OfferedLink(Category.Kind kind, String url, Optional<String> image) {

    public OfferedLink {
        Objects.requireNonNull(kind);
        Objects.requireNonNull(url);
        Objects.requireNonNull(image);
    }
}
