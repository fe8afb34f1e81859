package io.caravan.usecase.order;

import io.caravan.core.order.ImageRequest;
import io.caravan.core.order.OrderImages;
import io.caravan.core.problem.Problem;
import io.caravan.core.problem.ProblemCode;
import java.time.Clock;

/** Stores a picture of a sales unit. */
public class AddOrderImage {

    private final OrderImages images;
    private final Clock businessTime;

    public AddOrderImage(OrderImages images, Clock businessTime) {
        this.images = images;
        this.businessTime = businessTime;
    }

    /**
     * @return the id of the picture
     * @throws Problem IMAGE_EXISTS
     */
    public String add(ImageRequest request) {
        var unit = request.unit();
        if (!images.add(unit.merchant(), unit.msn(), request.image(), businessTime.instant())) {
            throw Problem.of(ProblemCode.IMAGE_EXISTS, request.image().id());
        }
        return request.image().id();
    }
}
