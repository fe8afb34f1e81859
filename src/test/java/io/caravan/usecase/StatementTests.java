package io.caravan.usecase;

import static io.caravan.usecase.TransferWorld.EUR;
import static io.caravan.usecase.TransferWorld.newId;
import static io.caravan.usecase.TransferWorld.transfer;
import static org.assertj.core.api.Assertions.assertThat;

import io.caravan.core.money.Money;
import io.caravan.core.notice.Channel;
import io.caravan.core.payment.Difference;
import io.caravan.core.payment.Listed;
import io.caravan.core.payment.OperationKind;
import io.caravan.core.payment.OperationState;
import io.caravan.core.paymentinvoice.BankStatement;
import io.caravan.core.paymentinvoice.IncomingTransfer;
import io.caravan.core.paymentinvoice.PaymentInvoice;
import io.caravan.core.paymentinvoice.TransferAssignment;
import io.caravan.store.Database;
import io.caravan.store.JdbcReconciliation;
import io.caravan.store.TransactionalJdbc;
import io.caravan.usecase.bank.CompareStatement;
import io.caravan.usecase.reconciliation.FinishReconciliation;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A bank's list of a day against what it has reported. */
class StatementTests {

    private final List<Difference> differences = new ArrayList<>();
    private TransferWorld world;
    private CompareStatement compare;
    private FinishReconciliation finish;
    private LocalDate day;

    private void begin(Database database) {
        world = new TransferWorld(database);
        var known = world.world;
        var reconciliation = new JdbcReconciliation(
                new TransactionalJdbc(world.dataSource), Channel.BANK, known.realTime, differences::add);
        compare = world.around(new CompareStatement(
                reconciliation, world.transfers, known.payments, known.events, known.businessTime));
        finish = world.around(
                new FinishReconciliation(reconciliation, known.payments, known.events, known.businessTime));
        day = LocalDate.ofInstant(known.realTime.instant(), ZoneOffset.UTC).plusDays(1);
    }

    @ParameterizedTest
    @EnumSource
    void aTransferThatWasNeverReportedIsTakenInAndOneThatWasCountsOnce(Database database) {
        begin(database);
        var heard = world.created();
        var unheard = world.created();
        var report = transfer(newId(), heard.reference().text(), 1234);
        world.hearBank.hear(report);

        read(report.transfer().orElseThrow(), money(newId(), unheard));

        assertThat(world.status(unheard)).isEqualTo("processed");
        assertThat(world.report(heard).payment().captured()).isEqualTo(new Money(1234, EUR));
        assertThat(missing(heard)).isEmpty();
        assertThat(missing(unheard)).isEmpty();
        assertThat(world.world.sounded).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void aTransferThatIsListedWithAnotherAmountRaisesTheAlarm(Database database) {
        begin(database);
        var invoice = world.created();
        var id = newId();
        world.hearBank.hear(transfer(id, invoice.reference().text(), 1234));

        read(new IncomingTransfer("bank", id, invoice.reference().text(), new Money(1, EUR), ""));

        assertThat(world.world.sounded).hasSize(1);
        assertThat(world.report(invoice).payment().captured()).isEqualTo(new Money(1234, EUR));
    }

    @ParameterizedTest
    @EnumSource
    void moneyThatHasPaidAndIsOnNoListIsReportedOnce(Database database) {
        begin(database);
        var invoice = world.created();
        world.hearBank.hear(transfer(newId(), invoice.reference().text(), 1234));

        read();

        assertThat(missing(invoice)).containsExactly(Difference.Kind.MISSING_THERE);
        assertThat(missing(invoice)).hasSize(1);
    }

    @ParameterizedTest
    @EnumSource
    void moneyThatAnotherBankHasIsOnNoListOfThisOne(Database database) {
        begin(database);
        var invoice = world.createdAtOtherBank();
        world.hearBank.hear(transfer("other", newId(), invoice.reference().text(), new Money(1234, EUR)));
        assertThat(world.status(invoice)).isEqualTo("processed");

        read();

        assertThat(missing(invoice)).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void moneyThatWasListedBeforeAnOperatorAssignedItIsNotMissing(Database database) {
        begin(database);
        var invoice = world.created();
        var id = newId();
        read(new IncomingTransfer("bank", id, "nobody", new Money(1234, EUR), ""));

        world.assign.assign(new TransferAssignment("bank", id, invoice.id(), "ops"));

        assertThat(world.status(invoice)).isEqualTo("processed");
        assertThat(missing(invoice)).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void aRefundThatNobodyHereHasAskedForIsReported(Database database) {
        begin(database);
        var invoice = world.created();
        var listed = new Listed(
                "bank-" + UUID.randomUUID(),
                UUID.randomUUID().toString(),
                invoice.payment().toString(),
                500,
                "EUR",
                Optional.of(OperationKind.REFUND),
                Optional.of(OperationState.DONE),
                "refund done");

        var next = compare.compare(new BankStatement(List.of(), List.of(), List.of(listed), Optional.of("more")), day);

        assertThat(next).contains("more");
        assertThat(kinds(invoice)).containsExactly(Difference.Kind.MISSING_HERE);
    }

    /** As the route does. */
    private void read(IncomingTransfer... transfers) {
        var statement = new BankStatement(List.of(transfers), List.of(), List.of(), Optional.empty());
        statement.reports().forEach(world.hearBank::hear);
        compare.compare(statement, day);
    }

    private List<Difference.Kind> missing(PaymentInvoice invoice) {
        while (finish.finish(day)) {
            assertThat(differences).isNotEmpty();
        }
        return kinds(invoice);
    }

    private List<Difference.Kind> kinds(PaymentInvoice invoice) {
        return differences.stream()
                .filter(difference -> difference.payment().equals(Optional.of(invoice.payment())))
                .map(Difference::kind)
                .toList();
    }

    private static IncomingTransfer money(String id, PaymentInvoice invoice) {
        return new IncomingTransfer("bank", id, invoice.reference().text(), new Money(1234, EUR), "Payer");
    }
}
