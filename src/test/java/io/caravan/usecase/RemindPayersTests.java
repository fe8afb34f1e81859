package io.caravan.usecase;

import static io.caravan.PaymentWorld.TODAY;
import static io.caravan.PaymentWorld.now;
import static io.caravan.PaymentWorld.on;
import static org.assertj.core.api.Assertions.assertThat;

import io.caravan.PaymentWorld;
import io.caravan.core.invoice.Delivery;
import io.caravan.core.invoice.InvoiceId;
import io.caravan.core.invoice.OwnInvoice;
import io.caravan.core.invoice.Rejection;
import io.caravan.core.notice.Channel;
import io.caravan.core.notice.Notice;
import io.caravan.core.notice.NoticeKind;
import io.caravan.core.payer.Payer;
import io.caravan.core.payer.Phone;
import io.caravan.core.payment.Outcome;
import io.caravan.store.Database;
import io.caravan.support.Race;
import io.caravan.usecase.notice.ClaimNotice;
import io.caravan.usecase.notice.RemindPayers;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Invoices of 12 March that are due on the 19th: their payers are reminded on the 18th. */
class RemindPayersTests {

    private static final Instant DAY_BEFORE = Instant.parse("2026-03-18T12:30:00Z");
    private static final Instant END_OF_DAY = Instant.parse("2026-03-18T23:00:00Z");

    private PaymentWorld world;
    private RemindPayers remindPayers;
    private ClaimNotice claimNotice;
    private Payer payer;
    private InvoiceId invoice;

    private void prepare(Database database) {
        world = new PaymentWorld(database);
        world.jdbc.update("delete from notice");
        remindPayers = world.transactions(new RemindPayers(world.reminders, world.notices, world.businessTime));
        claimNotice = claimNotice(world);
        payer = world.aPayer();
        invoice = arrived(world.anInvoiceFor(payer));
    }

    private static ClaimNotice claimNotice(PaymentWorld world) {
        return world.transactions(new ClaimNotice(
                world.notices,
                world.invoices,
                world.merchants,
                world.schedules,
                world.consents,
                world.prompts,
                world.preTransactions,
                world.events,
                world.findOffer,
                world.businessTime));
    }

    @ParameterizedTest
    @EnumSource
    void whoHasNotAnsweredIsRemindedOnceAtHalfPastOne(Database database) {
        prepare(database);

        remindAt(DAY_BEFORE.minusMillis(1));
        assertThat(notices()).isEmpty();
        remindAt(DAY_BEFORE);
        remindAt(DAY_BEFORE.plusSeconds(5));
        arrived(invoice);
        remindAt(DAY_BEFORE.plusSeconds(10));

        assertThat(notices()).containsExactly("INVOICE_REMINDER READY");
        assertThat(announced()).isTrue();
    }

    @ParameterizedTest
    @EnumSource
    void whoHasAnsweredIsNotReminded(Database database) {
        prepare(database);
        var accepted = arrived(world.anInvoiceFor(payer));
        world.scheduleInvoice.schedule(on(TODAY.plusDays(7), payer, accepted));
        var rejected = arrived(world.anInvoiceFor(payer));
        world.rejectInvoice.reject(new Rejection(payer.id(), rejected));
        var paid = arrived(world.anInvoiceFor(payer));
        world.settleOperation.settle(world.startPayment.start(now(payer, paid)), 0, Outcome.done("ch_1"));
        var merchant =
                world.inTransaction(() -> world.merchants.find(world.merchant)).orElseThrow();
        world.cancelInvoice.cancel(new OwnInvoice(merchant, invoice));

        remindAt(DAY_BEFORE);

        assertThat(notices()).isEmpty();
        assertThat(planned()).isZero();
    }

    @ParameterizedTest
    @EnumSource
    void anAnswerThatComesBeforeTheNoticeGoesOutStopsIt(Database database) {
        prepare(database);
        remindAt(DAY_BEFORE);

        world.scheduleInvoice.schedule(on(TODAY.plusDays(7), payer, invoice));

        assertThat(announced()).isFalse();
        assertThat(notices()).containsExactly("INVOICE_REMINDER DROPPED");
    }

    @ParameterizedTest
    @EnumSource
    void afterAnOutageRemindersAreDroppedWhoseDayHasPassed(Database database) {
        prepare(database);

        remindAt(END_OF_DAY);

        assertThat(notices()).isEmpty();
        assertThat(planned()).isZero();
    }

    @ParameterizedTest
    @EnumSource
    void laterOnTheSameDayIsNotTooLateButTheNextDayIs(Database database) {
        prepare(database);
        remindAt(END_OF_DAY.minusMillis(1));
        assertThat(notices()).containsExactly("INVOICE_REMINDER READY");

        world.businessTime.moveTo(END_OF_DAY);

        assertThat(announced()).isFalse();
        assertThat(notices()).containsExactly("INVOICE_REMINDER DROPPED");
    }

    @ParameterizedTest
    @EnumSource
    void nobodyIsRemindedOfALink(Database database) {
        prepare(database);
        world.jdbc.update("delete from reminder");

        arrived(world.anInvoice(payer, TODAY.plusDays(7), Delivery.LINK));

        assertThat(planned()).isZero();
    }

    @ParameterizedTest
    @EnumSource
    void ofTwoTicksOneReminds(Database database) throws Exception {
        prepare(database);
        for (int i = 0; i < 20; i++) {
            arrived(world.anInvoiceFor(payer));
        }
        world.businessTime.moveTo(DAY_BEFORE);

        Race.of(List.of(() -> remindPayers.remind(), () -> remindPayers.remind()));

        assertThat(notices()).hasSize(21).containsOnly("INVOICE_REMINDER READY");
        assertThat(planned()).isZero();
    }

    @ParameterizedTest
    @EnumSource
    void aFailureIsNotToldOnceItsMorningHasPassed(Database database) {
        prepare(database);
        world.scheduleInvoice.schedule(on(TODAY.plusDays(2), payer, invoice));
        world.businessTime.advance(Duration.ofDays(2));
        for (int attempt = 0; attempt < 2; attempt++) {
            var charge = world.payScheduled.begin().get(0);
            world.settleOperation.settle(charge, 0, Outcome.refused("declined"));
            world.businessTime.advance(Duration.ofHours(4));
        }

        world.businessTime.advance(Duration.ofDays(3));
        world.releaseNotices.release();

        assertThat(announced()).isFalse();
        assertThat(notices()).containsExactly("PAYMENT_FAILED DROPPED");
    }

    @ParameterizedTest
    @EnumSource
    void aPartnersInvoiceIsBroughtToMindUntilItsTimeIsOver(Database database) {
        var partner = new PartnerWorld(database);
        world = partner.world;
        world.jdbc.update("delete from notice");
        claimNotice = claimNotice(world);
        var end = world.businessTime.instant().plus(Duration.ofDays(2)).plusSeconds(60);
        for (var reference : List.of("one", "two")) {
            var id = partner.invoice(reference, end);
            var came = world.inTransaction(() -> world.events.of(id.value())).get(0);
            world.inTransaction(() -> {
                world.notices.add(List.of(Notice.of(
                        came.id(), id.value(), NoticeKind.INVOICE_REMINDER, Channel.SMS, new Phone("+4571300001"))));
                return null;
            });
            world.businessTime.moveTo(reference.equals("one") ? end.minusMillis(1) : end);
            assertThat(announced(id)).isEqualTo(reference.equals("one"));
            world.businessTime.moveTo(end.minus(Duration.ofDays(2)));
        }

        assertThat(notices()).containsExactlyInAnyOrder("INVOICE_REMINDER SENDING", "INVOICE_REMINDER DROPPED");
    }

    private InvoiceId arrived(InvoiceId id) {
        world.inTransaction(() -> {
            world.reminders.plan(world.events.of(id.value()));
            return null;
        });
        return id;
    }

    private void remindAt(Instant now) {
        world.businessTime.moveTo(now);
        remindPayers.remind();
    }

    private boolean announced() {
        return announced(invoice);
    }

    private boolean announced(InvoiceId about) {
        var id = world.jdbc.queryForObject("select id from notice where subject_id = ?", UUID.class, about.value());
        return claimNotice.claim(id.toString()).isPresent();
    }

    private List<String> notices() {
        return world.jdbc.queryForList("select kind || ' ' || state from notice", String.class);
    }

    private int planned() {
        return world.jdbc.queryForObject("select count(*) from reminder", Integer.class);
    }
}
