package io.caravan.store;

import static io.caravan.store.Columns.timestamp;

import io.caravan.core.merchant.MerchantId;
import io.caravan.core.order.OrderImage;
import io.caravan.core.order.OrderImages;
import java.time.Instant;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Pictures in their table. */
public final class JdbcOrderImages implements OrderImages {

    private final JdbcClient jdbc;

    public JdbcOrderImages(TransactionalJdbc jdbc) {
        this.jdbc = JdbcClient.create(jdbc);
    }

    @Override
    public boolean add(MerchantId merchant, String msn, OrderImage image, Instant now) {
        return jdbc.sql(
                                """
                                insert into order_image (msn, image_id, merchant_id, media_type, bytes, created_at)
                                values (?, ?, ?, ?, ?, ?)
                                on conflict do nothing
                                """)
                        .params(msn, image.id(), merchant.value(), image.mediaType(), image.bytes(), timestamp(now))
                        .update()
                == 1;
    }

    @Override
    public Optional<OrderImage> find(MerchantId merchant, String msn, String id) {
        return jdbc.sql("select media_type, bytes from order_image where merchant_id = ? and msn = ? and image_id = ?")
                .params(merchant.value(), msn, id)
                .query((row, n) -> new OrderImage(id, row.getString("media_type"), row.getBytes("bytes")))
                .optional();
    }

    @Override
    public boolean has(MerchantId merchant, String msn, String id) {
        return jdbc.sql("select count(*) from order_image where merchant_id = ? and msn = ? and image_id = ?")
                        .params(merchant.value(), msn, id)
                        .query(Integer.class)
                        .single()
                == 1;
    }
}
