package io.caravan.store;

import io.caravan.core.paymentinvoice.Service;
import io.caravan.core.paymentinvoice.Services;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Ways to pay in their table, as JSON. */
public final class JdbcServices implements Services {

    private final JdbcClient jdbc;

    public JdbcServices(TransactionalJdbc jdbc) {
        this.jdbc = JdbcClient.create(jdbc);
    }

    @Override
    public Optional<Service> find(String code) {
        return jdbc.sql("select content from payment_service where code = ?")
                .param(code)
                .query((row, n) -> Json.read(row.getString("content"), Service.class))
                .optional();
    }

    @Override
    public List<Service> all() {
        return jdbc.sql("select content from payment_service order by code")
                .query((row, n) -> Json.read(row.getString("content"), Service.class))
                .list();
    }

    @Override
    public void put(Service service) {
        jdbc.sql("insert into payment_service (code, content) values (?, ?) on conflict do nothing")
                .params(service.code(), Json.write(service))
                .update();
        jdbc.sql("update payment_service set content = ? where code = ?")
                .params(Json.write(service), service.code())
                .update();
    }
}
