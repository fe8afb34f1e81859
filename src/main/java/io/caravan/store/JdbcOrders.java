package io.caravan.store;

import static io.caravan.store.Columns.timestamp;
import static io.caravan.store.Columns.uuid;

import io.caravan.core.merchant.MerchantId;
import io.caravan.core.order.Category;
import io.caravan.core.order.OrderId;
import io.caravan.core.order.OrderReceipt;
import io.caravan.core.order.Orders;
import io.caravan.core.order.PaymentType;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Links and receipts of orders in their tables. */
public final class JdbcOrders implements Orders {

    private static final String SELECT =
            "select id, msn, payment_type, order_id, type, url, image_id from order_category where merchant_id = ? ";

    private final JdbcClient jdbc;

    public JdbcOrders(TransactionalJdbc jdbc) {
        this.jdbc = JdbcClient.create(jdbc);
    }

    @Override
    public List<Category> categories(MerchantId merchant, OrderId order) {
        return categories(merchant, order.msn(), order.text()).stream()
                .filter(category -> category.order().type() == order.type())
                .toList();
    }

    @Override
    public List<Category> categories(MerchantId merchant, String msn, String order) {
        return jdbc.sql(
                        SELECT
                                + """
                                and msn = ? and order_id = ?
                                order by case when slot = '' then 0 else 1 end, created_at desc, id
                                limit 1000
                                """)
                .params(merchant.value(), msn, order)
                .query((row, n) -> category(row))
                .list();
    }

    @Override
    public Optional<OrderReceipt> receipt(MerchantId merchant, OrderId order) {
        return jdbc.sql(
                        """
                        select content
                        from order_receipt
                        where merchant_id = ? and msn = ? and order_id = ? and payment_type = ?
                        """)
                .params(
                        merchant.value(),
                        order.msn(),
                        order.text(),
                        order.type().name())
                .query((row, n) -> Json.read(row.getString("content"), OrderReceipt.class))
                .optional();
    }

    @Override
    public void put(MerchantId merchant, Category category, Instant now) {
        insert(merchant, category, "", now);
        jdbc.sql(
                        """
                        update order_category
                        set id = ?, type = ?, url = ?, image_id = ?, created_at = ?
                        where merchant_id = ? and msn = ? and order_id = ? and payment_type = ? and slot = ''
                        """)
                .params(
                        category.id(),
                        category.kind().name(),
                        category.url(),
                        category.image().orElse(null),
                        timestamp(now),
                        merchant.value(),
                        category.order().msn(),
                        category.order().text(),
                        category.order().type().name())
                .update();
    }

    @Override
    public void add(MerchantId merchant, Category category, Instant now) {
        insert(merchant, category, category.id().toString(), now);
    }

    private void insert(MerchantId merchant, Category category, String slot, Instant now) {
        jdbc.sql(
                        """
                        insert into order_category (id, merchant_id, msn, payment_type, order_id, slot, type, url, image_id,
                            created_at)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                        on conflict do nothing
                        """)
                .params(
                        category.id(),
                        merchant.value(),
                        category.order().msn(),
                        category.order().type().name(),
                        category.order().text(),
                        slot,
                        category.kind().name(),
                        category.url(),
                        category.image().orElse(null),
                        timestamp(now))
                .update();
    }

    @Override
    public Optional<Category> category(MerchantId merchant, String msn, UUID id) {
        return jdbc.sql(SELECT + "and msn = ? and id = ?")
                .params(merchant.value(), msn, id)
                .query((row, n) -> category(row))
                .optional();
    }

    @Override
    public boolean remove(MerchantId merchant, String msn, UUID id) {
        return jdbc.sql("delete from order_category where merchant_id = ? and msn = ? and id = ?")
                        .params(merchant.value(), msn, id)
                        .update()
                == 1;
    }

    @Override
    public boolean add(MerchantId merchant, OrderId order, UUID id, OrderReceipt receipt, Instant now) {
        return jdbc.sql(
                                """
                                insert into order_receipt (id, merchant_id, msn, payment_type, order_id, content, created_at)
                                values (?, ?, ?, ?, ?, ?, ?)
                                on conflict do nothing
                                """)
                        .params(
                                id,
                                merchant.value(),
                                order.msn(),
                                order.type().name(),
                                order.text(),
                                Json.write(receipt),
                                timestamp(now))
                        .update()
                == 1;
    }

    private static Category category(ResultSet row) throws SQLException {
        var order = new OrderId(
                row.getString("msn"), PaymentType.valueOf(row.getString("payment_type")), row.getString("order_id"));
        return new Category(
                uuid(row, "id"),
                order,
                Category.Kind.valueOf(row.getString("type")),
                row.getString("url"),
                Optional.ofNullable(row.getString("image_id")));
    }
}
