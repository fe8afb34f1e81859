package io.caravan.dialect.ordermanagement;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.caravan.core.dialect.Answer;
import io.caravan.core.order.Category;
import io.caravan.core.order.OrderDetails;
import io.caravan.json.StrictJson;
import java.util.List;
import java.util.UUID;

/** Writes what a sales unit tells payers of its orders. */
final class OrderWriter {

    private OrderWriter() {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    private record Order(Link category, Object receipt) {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    private record Link(String category, String orderDetailsUrl, String imageId) {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    private record NamedLink(
            String categoryId, String orderId, String paymentType, String type, String url, String imageId) {}

    private record Links(List<NamedLink> categories) {}

    private record CategoryId(String categoryId) {}

    private record ImageId(String imageId) {}

    /** The id alone, as a JSON string. */
    static Answer id(int status, UUID id) {
        return Answer.json(status, StrictJson.bytes(id.toString()));
    }

    static Answer order(OrderDetails details) {
        var category = details.category()
                .map(link ->
                        new Link(link.kind().name(), link.url(), link.image().orElse(null)));
        return Answer.json(
                200,
                StrictJson.bytes(new Order(
                        category.orElse(null),
                        details.receipt().map(ReceiptWriter::receipt).orElse(null))));
    }

    static Answer madeCategory(UUID id) {
        return Answer.json(201, StrictJson.bytes(new CategoryId(id.toString())));
    }

    static Answer category(Category category) {
        return Answer.json(200, StrictJson.bytes(named(category)));
    }

    static Answer categories(List<Category> categories) {
        return Answer.json(
                200,
                StrictJson.bytes(
                        new Links(categories.stream().map(OrderWriter::named).toList())));
    }

    static Answer image(String id) {
        return Answer.json(200, StrictJson.bytes(new ImageId(id)));
    }

    private static NamedLink named(Category category) {
        return new NamedLink(
                category.id().toString(),
                category.order().text(),
                category.order().type().name(),
                category.kind().name(),
                category.url(),
                category.image().orElse(null));
    }
}
