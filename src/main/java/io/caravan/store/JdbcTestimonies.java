package io.caravan.store;

import static io.caravan.store.Columns.timestamp;

import io.caravan.core.payment.Testimonies;
import io.caravan.core.payment.Testimony;
import java.time.Instant;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Testimonies in their table: their ids, and when they were heard. */
public final class JdbcTestimonies implements Testimonies {

    private final JdbcClient jdbc;

    public JdbcTestimonies(TransactionalJdbc jdbc) {
        this.jdbc = JdbcClient.create(jdbc);
    }

    @Override
    public boolean hear(Testimony testimony, Instant at) {
        return jdbc.sql("insert into testimony (id, at) values (?, ?) on conflict do nothing")
                        .param(testimony.id())
                        .param(timestamp(at))
                        .update()
                == 1;
    }

    @Override
    public int forgetBefore(Instant time, int limit) {
        return jdbc.sql(
                        """
                        delete from testimony
                        where id in (select id from testimony where at < ? order by at limit ?)
                        """)
                .param(timestamp(time))
                .param(limit)
                .update();
    }
}
