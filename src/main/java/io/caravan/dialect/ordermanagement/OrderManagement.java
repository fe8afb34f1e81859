package io.caravan.dialect.ordermanagement;

import io.caravan.core.access.Caller;
import io.caravan.core.dialect.Answer;
import io.caravan.core.dialect.Door;
import io.caravan.core.dialect.Refusal;
import io.caravan.core.id.Uuids;
import io.caravan.core.order.Category;
import io.caravan.core.order.CategoryRequest;
import io.caravan.core.order.ImageRequest;
import io.caravan.core.order.OrderDetails;
import io.caravan.core.order.OrderReceipt;
import io.caravan.core.order.OwnCategory;
import io.caravan.core.order.OwnOrder;
import io.caravan.core.order.OwnOrderNumber;
import io.caravan.core.order.ReceiptRequest;
import io.caravan.core.problem.Problem;
import io.caravan.core.problem.ProblemCode;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Stream;

/** The Order Management API: reads its requests, writes its answers. */
public final class OrderManagement implements Door {

    /** One of the caller's orders, by the parts of the path. */
    public OwnOrder readOrder(Caller caller, String paymentType, String orderId) {
        return OrderReader.read(caller.asSalesUnit(), paymentType, orderId);
    }

    /** The number of one of the caller's orders, by the query. */
    public OwnOrderNumber readOrderNumber(Caller caller, String query) {
        return new OwnOrderNumber(caller.asSalesUnit(), OrderReader.number(Query.value(query, "orderId")));
    }

    /** A link for the order in the path. */
    public CategoryRequest readCategory(byte[] body, Caller caller, String paymentType, String orderId) {
        return CategoryReader.read(body, readOrder(caller, paymentType, orderId));
    }

    /** A link for the order that it names. */
    public CategoryRequest readNamedCategory(byte[] body, Caller caller) {
        return CategoryReader.read(body, caller.asSalesUnit());
    }

    /** One of the caller's links, by its id in the path. */
    public OwnCategory readCategoryId(Caller caller, String id) {
        var unit = caller.asSalesUnit();
        return Uuids.parse(id)
                .map(known -> new OwnCategory(unit, known))
                .orElseThrow(() -> Problem.of(ProblemCode.CATEGORY_UNKNOWN, "categoryId"));
    }

    /** A receipt for the order in the path. */
    public ReceiptRequest readReceipt(byte[] body, Caller caller, String paymentType, String orderId) {
        return new ReceiptRequest(readOrder(caller, paymentType, orderId), receipt(body));
    }

    /** A receipt by itself, as it also comes with a payment; faults are told by their place in it. */
    public OrderReceipt receipt(byte[] json) {
        return OrderReader.receipt(json);
    }

    /** A picture. */
    public ImageRequest readImage(byte[] body, Caller caller) {
        return ImageReader.read(body, caller.asSalesUnit());
    }

    public Answer showPutCategory(UUID id) {
        return OrderWriter.id(200, id);
    }

    public Answer showNewReceipt(UUID id) {
        return OrderWriter.id(201, id);
    }

    public Answer showOrder(OrderDetails details) {
        return OrderWriter.order(details);
    }

    public Answer showNewCategory(UUID id) {
        return OrderWriter.madeCategory(id);
    }

    public Answer showCategory(Category category) {
        return OrderWriter.category(category);
    }

    public Answer showCategories(List<Category> categories) {
        return OrderWriter.categories(categories);
    }

    public Answer showImage(String id) {
        return OrderWriter.image(id);
    }

    /** Done, and nothing more to say. */
    public Answer showNothing() {
        return Answer.empty(200);
    }

    /** Why the request failed. */
    public Answer showFailure(Throwable reason, String correlationId) {
        return Errors.answer(reason, correlationId);
    }

    @Override
    public boolean covers(String path) {
        return Stream.of("/order-management", "/v2").anyMatch(ours -> path.equals(ours) || path.startsWith(ours + "/"));
    }

    @Override
    public boolean reads(String mediaType) {
        return mediaType.split(";")[0].strip().toLowerCase(Locale.ROOT).equals("application/json");
    }

    @Override
    public Answer refuse(Refusal refusal, String correlationId) {
        return Errors.answer(refusal, refusal.summary(), correlationId);
    }

    @Override
    public Answer refuse(Refusal refusal, String why, String correlationId) {
        return Errors.answer(refusal, why, correlationId);
    }
}
