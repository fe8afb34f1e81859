package io.caravan.usecase;

import static io.caravan.PaymentWorld.TODAY;
import static io.caravan.PaymentWorld.now;
import static io.caravan.PaymentWorld.on;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.caravan.PaymentWorld;
import io.caravan.core.event.Event.Detail;
import io.caravan.core.invoice.Delivery;
import io.caravan.core.invoice.InvoiceId;
import io.caravan.core.invoice.InvoiceStatus;
import io.caravan.core.payer.Payer;
import io.caravan.core.payment.Acceptance;
import io.caravan.core.problem.InvalidInput;
import io.caravan.core.problem.Problem;
import io.caravan.core.problem.ProblemCode;
import io.caravan.store.Database;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ScheduleInvoiceTests {

    private static final LocalDate LAST = TODAY.plusDays(37);

    private PaymentWorld world;
    private Payer payer;
    private InvoiceId invoice;

    @ParameterizedTest
    @EnumSource
    void anInvoiceIsAcceptedForADayThatLiesAhead(Database database) {
        prepare(database);

        var accepted = world.scheduleInvoice.schedule(on(LAST, payer, invoice)).orElseThrow();

        assertThat(accepted.invoice()).isEqualTo(world.invoice(invoice));
        assertThat(accepted.invoice().status()).isEqualTo(InvoiceStatus.ACCEPTED);
        assertThat(accepted.invoice().paymentDate()).contains(LAST);
        assertThat(world.historyOf(invoice.value())).containsExactly("INVOICE_CREATED", "INVOICE_ACCEPTED");
        assertThat(world.eventsOf(invoice.value()).get(1).details())
                .containsExactly(java.util.Map.entry(Detail.PAYMENT_DATE, LAST.toString()));
    }

    @ParameterizedTest
    @EnumSource
    void theDayCanBeChangedAndTheSameDayAgainChangesNothing(Database database) {
        prepare(database);
        world.scheduleInvoice.schedule(on(TODAY.plusDays(1), payer, invoice));

        world.scheduleInvoice.schedule(on(TODAY.plusDays(2), payer, invoice));
        assertThat(world.scheduleInvoice.schedule(on(TODAY.plusDays(2), payer, invoice)))
                .isPresent();

        assertThat(world.historyOf(invoice.value()))
                .containsExactly("INVOICE_CREATED", "INVOICE_ACCEPTED", "INVOICE_ACCEPTED");
        assertThat(world.invoice(invoice).paymentDate()).contains(TODAY.plusDays(2));
    }

    @ParameterizedTest
    @EnumSource
    void whoWantsToPayTodaySchedulesNothing(Database database) {
        prepare(database);

        assertThat(world.scheduleInvoice.schedule(now(payer, invoice))).isEmpty();
        assertThat(world.scheduleInvoice.schedule(on(TODAY, payer, invoice))).isEmpty();

        assertThat(world.invoice(invoice).status()).isEqualTo(InvoiceStatus.CREATED);
    }

    @ParameterizedTest
    @EnumSource
    void aDayThatIsOverOrTooLateIsRefused(Database database) {
        prepare(database);

        assertInvalid(on(TODAY.minusDays(1), payer, invoice));
        assertInvalid(on(LAST.plusDays(1), payer, invoice));

        assertThat(world.invoice(invoice).status()).isEqualTo(InvoiceStatus.CREATED);
    }

    /** 23:30 of the twelfth for the world is 00:30 of the thirteenth in Copenhagen. */
    @ParameterizedTest
    @EnumSource
    void todayIsThatOfTheMerchantsZone(Database database) {
        prepare(database);
        world.businessTime.moveTo(Instant.parse("2026-03-12T23:30:00Z"));

        assertInvalid(on(TODAY, payer, invoice));
        assertThat(world.scheduleInvoice.schedule(on(TODAY.plusDays(1), payer, invoice)))
                .isEmpty();
        assertThat(world.scheduleInvoice.schedule(on(TODAY.plusDays(2), payer, invoice)))
                .isPresent();
    }

    @ParameterizedTest
    @EnumSource
    void onlyTheWalletsOwnCardIsTaken(Database database) {
        prepare(database);
        var tomorrow = Optional.of(TODAY.plusDays(1));

        assertInvalid(new Acceptance(payer.id(), invoice, tomorrow, Optional.of(UUID.randomUUID())));
        assertThat(world.scheduleInvoice.schedule(
                        new Acceptance(payer.id(), invoice, tomorrow, Optional.of(payer.card()))))
                .isPresent();
    }

    @ParameterizedTest
    @EnumSource
    void whileAPaymentIsInProgressNoDayCanBeChosen(Database database) {
        prepare(database);
        world.startPayment.start(now(payer, invoice));

        assertThat(problem(on(TODAY.plusDays(1), payer, invoice))).isEqualTo(ProblemCode.PAYMENT_IN_PROGRESS);
    }

    @ParameterizedTest
    @EnumSource
    void nobodyElseAndNoBlockedPayerChoosesADay(Database database) {
        prepare(database);
        var another = world.aPayer();
        var blocked = world.aPayer(true);
        var link = world.anInvoice(payer, TODAY, Delivery.LINK);

        assertThat(problem(on(TODAY.plusDays(1), another, invoice))).isEqualTo(ProblemCode.INVOICE_UNKNOWN);
        assertThat(problem(on(TODAY.plusDays(1), blocked, link))).isEqualTo(ProblemCode.PAYER_UNAVAILABLE);
        assertThat(world.scheduleInvoice.schedule(on(TODAY.plusDays(1), another, link)))
                .isPresent();
    }

    @ParameterizedTest
    @EnumSource
    void aClosedInvoiceIsNotScheduled(Database database) {
        prepare(database);
        world.jdbc.update("update invoice set status = 'CANCELED' where id = ?", invoice.value());

        assertThat(problem(on(TODAY.plusDays(1), payer, invoice))).isEqualTo(ProblemCode.INVOICE_CLOSED);
    }

    private void prepare(Database database) {
        world = new PaymentWorld(database);
        payer = world.aPayer();
        invoice = world.anInvoiceFor(payer);
    }

    private void assertInvalid(Acceptance acceptance) {
        assertThatExceptionOfType(InvalidInput.class).isThrownBy(() -> world.scheduleInvoice.schedule(acceptance));
    }

    private ProblemCode problem(Acceptance acceptance) {
        return catchThrowableOfType(Problem.class, () -> world.scheduleInvoice.schedule(acceptance))
                .code();
    }
}
