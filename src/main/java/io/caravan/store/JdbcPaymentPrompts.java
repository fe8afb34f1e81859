package io.caravan.store;

import static io.caravan.store.Columns.instant;
import static io.caravan.store.Columns.optionalUuid;
import static io.caravan.store.Columns.timestamp;
import static io.caravan.store.Columns.uuid;

import io.caravan.core.payer.PayerId;
import io.caravan.core.payer.Phone;
import io.caravan.core.payment.PaymentId;
import io.caravan.core.prompt.PaymentPrompt;
import io.caravan.core.prompt.PaymentPrompts;
import io.caravan.core.prompt.PromptId;
import io.caravan.core.prompt.PromptState;
import java.time.Instant;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Prompts about payments, in the table of all prompts. */
public final class JdbcPaymentPrompts implements PaymentPrompts {

    private final JdbcClient jdbc;

    public JdbcPaymentPrompts(TransactionalJdbc jdbc) {
        this.jdbc = JdbcClient.create(jdbc);
    }

    @Override
    public void add(PaymentPrompt prompt, String address) {
        jdbc.sql(
                        """
                        insert into prompt (id, payment_id, phone, payer_id, attempts, state, address, at)
                        values (?, ?, ?, ?, ?, ?, ?, ?)
                        """)
                .param(prompt.id().value())
                .param(prompt.payment().value())
                .param(prompt.phone().number())
                .param(prompt.payer().map(PayerId::value).orElse(null))
                .param(prompt.attempts())
                .param((prompt.payer().isPresent() ? PromptState.OPEN : PromptState.UNREACHABLE).name())
                .param(address)
                .param(timestamp(prompt.at()))
                .update();
    }

    @Override
    public Optional<PaymentPrompt> find(PromptId id) {
        return jdbc.sql(
                        """
                        select id, payment_id, phone, payer_id, attempts, at from prompt
                        where id = ? and payment_id is not null
                        """)
                .param(id.value())
                .query((row, n) -> new PaymentPrompt(
                        new PromptId(uuid(row, "id")),
                        new PaymentId(uuid(row, "payment_id")),
                        new Phone(row.getString("phone")),
                        optionalUuid(row, "payer_id").map(PayerId::new),
                        row.getInt("attempts"),
                        instant(row, "at")))
                .optional();
    }

    @Override
    public int countTo(PaymentId payment, Phone phone, Instant since) {
        return jdbc.sql("select count(*) from prompt where payment_id = ? and phone = ? and at > ?")
                .param(payment.value())
                .param(phone.number())
                .param(timestamp(since))
                .query(Integer.class)
                .single();
    }
}
