package io.caravan.usecase;

import static io.caravan.usecase.TransferWorld.newId;
import static io.caravan.usecase.TransferWorld.transfer;
import static org.assertj.core.api.Assertions.assertThat;

import io.caravan.core.paymentinvoice.ConfirmationDraft;
import io.caravan.core.paymentinvoice.PaymentInvoice;
import io.caravan.core.privacy.Erased;
import io.caravan.store.Database;
import io.caravan.store.JdbcPersonalData;
import io.caravan.store.TransactionalJdbc;
import io.caravan.support.Transacted;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What a payer has confirmed is kept until the bank knows of it, and no longer. */
class EraseConfirmationTests {

    private TransferWorld world;

    @ParameterizedTest
    @EnumSource
    void aConfirmationOfWhichTheBankHasYetToHearIsToldFirst(Database database) {
        world = new TransferWorld(database);
        var invoice = world.created();
        world.confirm.confirm(new ConfirmationDraft(invoice.id(), Map.of("confirm_number", "770-number")));
        world.hearBank.hear(transfer(newId(), invoice.reference().text(), 1234));
        world.world.jdbc.update("delete from outbox");

        var before = erase(invoice);
        assertThat(before).isEqualTo(new Erased(0, 1));
        assertThat(confirmation(invoice)).contains("770-number");
        Transacted.run(world.dataSource, () -> world.invoices.told(invoice.payment()));
        var after = erase(invoice);

        assertThat(after).isEqualTo(new Erased(1, 0));
        assertThat(confirmation(invoice)).doesNotContain("770-number");
    }

    private Erased erase(PaymentInvoice invoice) {
        var data = new JdbcPersonalData(new TransactionalJdbc(world.dataSource));
        var erased = new AtomicReference<Erased>();
        Transacted.run(
                world.dataSource,
                () -> erased.set(data.erasePayments(
                        List.of(invoice.payment().value()), Instant.now().plusSeconds(3600))));
        return erased.get();
    }

    private String confirmation(PaymentInvoice invoice) {
        return world.world.jdbc.queryForObject(
                "select confirmation from payment_invoice where payment_id = ?",
                String.class,
                invoice.payment().value());
    }
}
