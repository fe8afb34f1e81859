package io.caravan.usecase;

import static io.caravan.usecase.TransferWorld.EUR;
import static io.caravan.usecase.TransferWorld.newId;
import static io.caravan.usecase.TransferWorld.transfer;
import static org.assertj.core.api.Assertions.assertThat;

import io.caravan.core.money.Money;
import io.caravan.core.paymentinvoice.BankReport;
import io.caravan.core.paymentinvoice.BankReport.BankRefusal;
import io.caravan.core.paymentinvoice.PaymentInvoice;
import io.caravan.core.paymentinvoice.TransferAssignment;
import io.caravan.store.Database;
import io.caravan.usecase.bank.FindPayingBank;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Payments by services of two banks. */
class OtherBankTests {

    private static final Money DUE = new Money(1234, EUR);

    private TransferWorld world;

    @ParameterizedTest
    @EnumSource
    void aBankIsHeardOnlyAboutPaymentsByItsOwnServices(Database database) {
        world = new TransferWorld(database);
        var own = world.created();
        var others = world.createdAtOtherBank();
        var id = newId();

        world.hearBank.hear(transfer("bank", id, others.reference().text(), DUE));
        assertThat(world.why(id)).contains("the payment is one of other");
        var wrong = newId();
        world.hearBank.hear(transfer("other", wrong, own.reference().text(), DUE));
        assertThat(world.why(wrong)).contains("the payment is one of bank");
        assertThat(world.status(others)).isEqualTo("process_pending");
        assertThat(world.status(own)).isEqualTo("process_pending");

        world.hearBank.hear(transfer("other", id, others.reference().text(), DUE));
        assertThat(world.status(others)).isEqualTo("processed");
        assertThat(world.world.sounded).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void aBankRefusesOnlyPaymentsByItsOwnServices(Database database) {
        world = new TransferWorld(database);
        var invoice = world.createdAtOtherBank();

        world.hearBank.hear(refusal("bank", invoice));
        assertThat(world.status(invoice)).isEqualTo("process_pending");
        assertThat(world.world.sounded).hasSize(1);

        world.hearBank.hear(refusal("other", invoice));
        assertThat(world.status(invoice)).isEqualTo("process_failed");
    }

    @ParameterizedTest
    @EnumSource
    void moneyIsGivenBackByTheBankThatHasItWhateverItHasPaid(Database database) {
        world = new TransferWorld(database);
        var invoice = world.created();
        var id = newId();
        world.hearBank.hear(transfer("other", id, invoice.reference().text(), DUE));

        world.assign.assign(new TransferAssignment("other", id, invoice.id(), "ops"));

        var finder = world.around(new FindPayingBank(world.transfers));
        assertThat(world.status(invoice)).isEqualTo("processed");
        assertThat(finder.find(invoice.payment())).isEqualTo("other");
        assertThat(finder.find(world.created().payment())).isEqualTo("bank");
    }

    private static BankReport refusal(String provider, PaymentInvoice invoice) {
        return new BankReport(
                Optional.empty(),
                Optional.of(new BankRefusal(provider, invoice.reference().text(), "declined")),
                "a refusal");
    }
}
