package io.caravan.store;

import static io.caravan.store.Columns.timestamp;

import io.caravan.core.invoice.InvoiceId;
import io.caravan.core.page.PhoneVisit;
import io.caravan.core.page.PhoneWishes;
import java.time.Instant;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Wishes to pay on phone bills, in their table. */
public final class JdbcPhoneWishes implements PhoneWishes {

    private final JdbcClient jdbc;

    public JdbcPhoneWishes(TransactionalJdbc jdbc) {
        this.jdbc = JdbcClient.create(jdbc);
    }

    @Override
    public void add(PhoneVisit visit, InvoiceId invoice, Instant at) {
        jdbc.sql("insert into phone_wish (visit, invoice_id, address, at) values (?, ?, ?, ?)")
                .params(visit.id(), invoice.value(), visit.address(), timestamp(at))
                .update();
    }

    @Override
    public int countFrom(String address, Instant since) {
        return jdbc.sql("select count(*) from phone_wish where address = ? and at > ?")
                .params(address, timestamp(since))
                .query(Integer.class)
                .single();
    }

    @Override
    public int countFor(InvoiceId invoice, Instant since) {
        return jdbc.sql("select count(*) from phone_wish where invoice_id = ? and at > ?")
                .params(invoice.value(), timestamp(since))
                .query(Integer.class)
                .single();
    }

    @Override
    public int forgetBefore(Instant time, int limit) {
        return jdbc.sql("delete from phone_wish where visit in (select visit from phone_wish where at <= ? limit ?)")
                .params(timestamp(time), limit)
                .update();
    }
}
