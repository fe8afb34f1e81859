package io.caravan.store;

import static io.caravan.store.Columns.instant;
import static io.caravan.store.Columns.optionalDate;
import static io.caravan.store.Columns.optionalUuid;
import static io.caravan.store.Columns.timestamp;
import static io.caravan.store.Columns.uuid;

import io.caravan.core.invoice.InvoiceId;
import io.caravan.core.payer.PayerId;
import io.caravan.core.payer.Phone;
import io.caravan.core.prompt.Prompt;
import io.caravan.core.prompt.PromptId;
import io.caravan.core.prompt.PromptState;
import io.caravan.core.prompt.Prompts;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Prompts in their table. */
public final class JdbcPrompts implements Prompts {

    private final JdbcClient jdbc;

    public JdbcPrompts(TransactionalJdbc jdbc) {
        this.jdbc = JdbcClient.create(jdbc);
    }

    @Override
    public void add(Prompt prompt, String address) {
        jdbc.sql(
                        """
                        insert into prompt (id, invoice_id, phone, payer_id, on_day, state, address, at)
                        values (?, ?, ?, ?, ?, ?, ?, ?)
                        """)
                .param(prompt.id().value())
                .param(prompt.invoice().value())
                .param(prompt.phone().number())
                .param(prompt.payer().map(PayerId::value).orElse(null))
                .param(prompt.date().orElse(null))
                .param(prompt.state().name())
                .param(address)
                .param(timestamp(prompt.at()))
                .update();
    }

    @Override
    public Optional<Prompt> find(PromptId id) {
        return jdbc.sql(
                        """
                        select id, invoice_id, phone, payer_id, on_day, state, at from prompt
                        where id = ? and invoice_id is not null
                        """)
                .param(id.value())
                .query((row, n) -> prompt(row))
                .optional();
    }

    @Override
    public void lock(String address) {
        jdbc.sql("insert into prompt_address (address) values (?) on conflict do nothing")
                .param(address)
                .update();
        jdbc.sql("select address from prompt_address where address = ? for update")
                .param(address)
                .query(String.class)
                .optional();
    }

    @Override
    public int countFrom(String address, Instant since) {
        return jdbc.sql("select count(*) from prompt where address = ? and at > ?")
                .param(address)
                .param(timestamp(since))
                .query(Integer.class)
                .single();
    }

    @Override
    public int countTo(InvoiceId invoice, Phone phone, Instant since) {
        return jdbc.sql("select count(*) from prompt where invoice_id = ? and phone = ? and at > ?")
                .param(invoice.value())
                .param(phone.number())
                .param(timestamp(since))
                .query(Integer.class)
                .single();
    }

    @Override
    public void answer(InvoiceId invoice, PayerId payer, PromptState answer, Instant since) {
        jdbc.sql("update prompt set state = ? where invoice_id = ? and payer_id = ? and at > ?")
                .param(answer.name())
                .param(invoice.value())
                .param(payer.value())
                .param(timestamp(since))
                .update();
    }

    @Override
    public int forgetBefore(Instant time, int limit) {
        jdbc.sql(
                        """
                        delete from prompt_address
                        where not exists (select 1 from prompt where prompt.address = prompt_address.address and at > ?)
                        """)
                .param(timestamp(time))
                .update();
        return jdbc.sql("delete from prompt where id in (select id from prompt where at <= ? limit ?)")
                .param(timestamp(time))
                .param(limit)
                .update();
    }

    private static Prompt prompt(ResultSet row) throws SQLException {
        return new Prompt(
                new PromptId(uuid(row, "id")),
                new InvoiceId(uuid(row, "invoice_id")),
                new Phone(row.getString("phone")),
                optionalUuid(row, "payer_id").map(PayerId::new),
                optionalDate(row, "on_day"),
                PromptState.valueOf(row.getString("state")),
                instant(row, "at"));
    }
}
