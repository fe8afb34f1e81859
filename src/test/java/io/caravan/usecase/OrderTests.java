package io.caravan.usecase;

import static io.caravan.support.Fixtures.NOW;
import static io.caravan.support.Fixtures.aMerchant;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.caravan.core.access.Subscription;
import io.caravan.core.order.Category;
import io.caravan.core.order.CategoryRequest;
import io.caravan.core.order.ImageRequest;
import io.caravan.core.order.OrderId;
import io.caravan.core.order.OrderImage;
import io.caravan.core.order.OrderLine;
import io.caravan.core.order.OrderLine.Unit;
import io.caravan.core.order.OrderLine.Units;
import io.caravan.core.order.OrderReceipt;
import io.caravan.core.order.OwnCategory;
import io.caravan.core.order.OwnOrder;
import io.caravan.core.order.OwnOrderNumber;
import io.caravan.core.order.PaymentType;
import io.caravan.core.order.ReceiptRequest;
import io.caravan.core.problem.Problem;
import io.caravan.core.problem.ProblemCode;
import io.caravan.core.salesunit.SalesUnit;
import io.caravan.core.salesunit.SalesUnitSettings;
import io.caravan.store.JdbcOrderImages;
import io.caravan.store.JdbcOrders;
import io.caravan.store.JdbcSalesUnits;
import io.caravan.support.MovableClock;
import io.caravan.support.OnBothDatabases;
import io.caravan.support.Race;
import io.caravan.support.StoreFixture;
import io.caravan.usecase.order.AddCategory;
import io.caravan.usecase.order.AddOrderImage;
import io.caravan.usecase.order.AddReceipt;
import io.caravan.usecase.order.FindCategory;
import io.caravan.usecase.order.FindOrder;
import io.caravan.usecase.order.ListCategories;
import io.caravan.usecase.order.PutCategory;
import io.caravan.usecase.order.RemoveCategory;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Stream;

/** What sales units tell payers of their orders. */
class OrderTests {

    private static final SalesUnitSettings SETTINGS =
            new SalesUnitSettings(true, true, false, Duration.ofDays(60), false, true);

    private final MovableClock clock = new MovableClock(NOW);

    @OnBothDatabases
    void anOrderHasALinkAndAReceiptBeforeThereIsAPayment(StoreFixture store) {
        var unit = unit(store);
        var order = OrderId.ofPayment(unit.msn(), "order-1");
        var orders = new JdbcOrders(store.jdbc());
        assertThat(store.inTransaction(() -> orders.isDescribed(unit.merchant(), order)))
                .isFalse();

        put(store, link(unit, order, "https://shop.example/1"));
        add(store, unit, order, receipt(1));

        var details = store.inTransaction(() -> new FindOrder(orders).find(new OwnOrder(unit, order)));
        assertThat(details.category().orElseThrow().url()).isEqualTo("https://shop.example/1");
        assertThat(details.receipt()).contains(receipt(1));
        assertThat(store.inTransaction(() -> orders.isDescribed(unit.merchant(), order)))
                .isTrue();
    }

    @OnBothDatabases
    void theLastLinkThatIsPutWinsAndOthersStandBesideIt(StoreFixture store) {
        var unit = unit(store);
        var order = OrderId.ofPayment(unit.msn(), "order-2");
        put(store, link(unit, order, "https://shop.example/1"));
        var more = add(store, link(unit, order, "https://shop.example/2"));
        clock.advance(Duration.ofSeconds(1));
        add(store, link(unit, order, "https://shop.example/3"));

        var last = put(store, link(unit, order, "https://shop.example/4"));

        assertThat(links(store, unit, order))
                .containsExactly("https://shop.example/4", "https://shop.example/3", "https://shop.example/2");
        var orders = new JdbcOrders(store.jdbc());
        store.inTransaction(() -> new RemoveCategory(orders).remove(new OwnCategory(unit, more)));
        assertThat(links(store, unit, order)).containsExactly("https://shop.example/4", "https://shop.example/3");
        assertThat(store.inTransaction(() -> new FindCategory(orders).find(new OwnCategory(unit, last)))
                        .url())
                .isEqualTo("https://shop.example/4");
        assertThat(code(() -> store.inTransaction(() -> new FindCategory(orders).find(new OwnCategory(unit, more)))))
                .isEqualTo(ProblemCode.CATEGORY_UNKNOWN);
    }

    @OnBothDatabases
    void ofEightReceiptsAtOnceOneIsTaken(StoreFixture store) throws Exception {
        var unit = unit(store);
        var order = OrderId.ofPayment(unit.msn(), "order-3");

        var outcomes = Race.of(Stream.iterate(1, n -> n + 1)
                .limit(8)
                .map(n -> (Callable<Integer>) () -> {
                    try {
                        add(store, unit, order, receipt(n));
                        return n;
                    } catch (Problem e) {
                        assertThat(e.code()).isEqualTo(ProblemCode.RECEIPT_EXISTS);
                        return 0;
                    }
                })
                .toList());

        var taken = outcomes.stream().filter(n -> n > 0).toList();
        assertThat(taken).hasSize(1);
        var orders = new JdbcOrders(store.jdbc());
        assertThat(store.inTransaction(() -> orders.receipt(unit.merchant(), order)))
                .contains(receipt(taken.get(0)));
    }

    @OnBothDatabases
    void anothersOrdersAreNotThere(StoreFixture store) {
        var unit = unit(store);
        var other = unit(store);
        var order = OrderId.ofPayment(unit.msn(), "order-4");
        var link = put(store, link(unit, order, "https://shop.example/1"));
        add(store, unit, order, receipt(1));
        var orders = new JdbcOrders(store.jdbc());

        assertThat(code(() -> store.inTransaction(() ->
                        new FindOrder(orders).find(new OwnOrder(other, OrderId.ofPayment(other.msn(), "order-4"))))))
                .isEqualTo(ProblemCode.ORDER_UNKNOWN);
        assertThat(code(() -> store.inTransaction(() -> new FindOrder(orders)
                        .find(new OwnOrder(unit, new OrderId(unit.msn(), PaymentType.RECURRING, "order-4"))))))
                .isEqualTo(ProblemCode.ORDER_UNKNOWN);
        assertThat(code(() ->
                        store.inTransaction(() -> new RemoveCategory(orders).remove(new OwnCategory(other, link)))))
                .isEqualTo(ProblemCode.CATEGORY_UNKNOWN);
        assertThat(store.inTransaction(() -> orders.receipt(other.merchant(), order)))
                .isEmpty();
    }

    @OnBothDatabases
    void aPictureMustBeThereBeforeALinkShowsItAndIsStoredOnce(StoreFixture store) {
        var unit = unit(store);
        var order = OrderId.ofPayment(unit.msn(), "order-5");
        var request = new CategoryRequest(
                unit, order, Category.Kind.TICKET, "https://shop.example/", Optional.of("logo.png"));
        assertThat(code(() -> put(store, request))).isEqualTo(ProblemCode.IMAGE_UNKNOWN);
        var images = new JdbcOrderImages(store.jdbc());
        var image = new ImageRequest(unit, new OrderImage("logo.png", "image/png", new byte[] {1, 2, 3}));

        store.inTransaction(() -> new AddOrderImage(images, clock).add(image));

        put(store, request);
        assertThat(code(() -> store.inTransaction(() -> new AddOrderImage(images, clock).add(image))))
                .isEqualTo(ProblemCode.IMAGE_EXISTS);
        assertThat(store.inTransaction(() -> images.find(unit.merchant(), unit.msn(), "logo.png")))
                .contains(image.image());
    }

    private UUID put(StoreFixture store, CategoryRequest request) {
        return store.inTransaction(() ->
                new PutCategory(new JdbcOrders(store.jdbc()), new JdbcOrderImages(store.jdbc()), clock).put(request));
    }

    private UUID add(StoreFixture store, CategoryRequest request) {
        return store.inTransaction(() ->
                new AddCategory(new JdbcOrders(store.jdbc()), new JdbcOrderImages(store.jdbc()), clock).add(request));
    }

    private UUID add(StoreFixture store, SalesUnit unit, OrderId order, OrderReceipt receipt) {
        return store.inTransaction(() -> new AddReceipt(new JdbcOrders(store.jdbc()), clock)
                .add(new ReceiptRequest(new OwnOrder(unit, order), receipt)));
    }

    private static List<String> links(StoreFixture store, SalesUnit unit, OrderId order) {
        return store
                .inTransaction(() ->
                        new ListCategories(new JdbcOrders(store.jdbc())).list(new OwnOrderNumber(unit, order.text())))
                .stream()
                .map(Category::url)
                .toList();
    }

    private static CategoryRequest link(SalesUnit unit, OrderId order, String url) {
        return new CategoryRequest(unit, order, Category.Kind.GENERAL, url, Optional.empty());
    }

    private static OrderReceipt receipt(int number) {
        var line = new OrderLine(
                "Board " + number,
                "line-1",
                125,
                100,
                25,
                Optional.empty(),
                Optional.of(2500),
                Optional.of(new Units(50, new BigDecimal("2.5"), Unit.KG)),
                Optional.of(5L),
                Optional.of("https://shop.example/"),
                false,
                true);
        return new OrderReceipt(
                List.of(line),
                Currency.getInstance("NOK"),
                Map.of("tipAmount", 7L),
                Map.of("posId", "pos-7"),
                Optional.of(new OrderReceipt.Barcode("CODE 39", "ABC")));
    }

    private static ProblemCode code(org.assertj.core.api.ThrowableAssert.ThrowingCallable work) {
        return catchThrowableOfType(Problem.class, work).code();
    }

    private static SalesUnit unit(StoreFixture store) {
        var msn = String.valueOf(ThreadLocalRandom.current().nextInt(1_000_000, 1_000_000_000));
        var unit = new SalesUnit(msn, store.stored(aMerchant()).id(), "Shop", SETTINGS);
        store.inTransaction(() ->
                new JdbcSalesUnits(store.jdbc(), Clock.systemUTC()).put(new Subscription(unit, msn + "a", msn + "b")));
        return unit;
    }
}
