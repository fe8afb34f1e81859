package io.caravan.usecase;

import static org.assertj.core.api.Assertions.assertThat;

import io.caravan.PaymentWorld;
import io.caravan.core.event.Event;
import io.caravan.core.event.EventId;
import io.caravan.core.invoice.InvoiceId;
import io.caravan.core.merchant.MerchantId;
import io.caravan.core.notice.Announcement;
import io.caravan.core.notice.Channel;
import io.caravan.core.notice.Notice;
import io.caravan.core.notice.NoticeKind;
import io.caravan.core.payer.Phone;
import io.caravan.core.sms.InboundSms;
import io.caravan.core.sms.Originator;
import io.caravan.core.sms.Sms;
import io.caravan.core.sms.SmsMessage;
import io.caravan.core.sms.SmsMessages;
import io.caravan.core.sms.SmsReplies;
import io.caravan.core.sms.SmsReport;
import io.caravan.core.sms.SmsState;
import io.caravan.core.sms.SmsText;
import io.caravan.store.Database;
import io.caravan.store.JdbcSmsMessages;
import io.caravan.store.TransactionalJdbc;
import io.caravan.support.Race;
import io.caravan.support.TestDatabases;
import io.caravan.usecase.notice.HearInboundSms;
import io.caravan.usecase.notice.HearSmsReport;
import io.caravan.usecase.notice.PurgeInboundSms;
import io.caravan.usecase.notice.RecordSms;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** An SMS of two parts, which a gateway has not been given yet. */
class SmsReportTests {

    private static final Duration LEASE = Duration.ofSeconds(30);

    private final List<String> heard = new ArrayList<>();
    private PaymentWorld world;
    private SmsMessages messages;
    private HearSmsReport hearReport;
    private RecordSms recordSms;
    private InvoiceId invoice;
    private Notice notice;

    private void prepare(Database database) {
        world = new PaymentWorld(database);
        messages = new JdbcSmsMessages(new TransactionalJdbc(TestDatabases.of(database)));
        hearReport = world.transactions(new HearSmsReport(messages, world.events, world.businessTime, world.realTime));
        recordSms = world.transactions(
                new RecordSms(world.notices, messages, world.events, world.businessTime, world.realTime));
        var payer = world.aPayer();
        invoice = world.anInvoiceFor(payer);
        notice = Notice.of(EventId.next(), invoice.value(), NoticeKind.INVOICE_REMINDER, Channel.SMS, payer.phone());
        var message =
                new SmsMessage(notice.id(), new Originator("Caravan"), payer.phone(), new SmsText("a".repeat(161)));
        write(message);
        world.inTransaction(() -> {
            world.notices.add(List.of(notice));
            return null;
        });
        claim();
    }

    @ParameterizedTest
    @EnumSource
    void whoHasLostItsClaimChangesNothingOfWhatTheNextOneWroteDown(Database database) {
        prepare(database);
        var lost = announcement();
        world.realTime.advance(LEASE.plusSeconds(1));
        claim();
        recordSms.record(announcement(2), "b".repeat(33), "g-2");

        recordSms.record(lost, "a", "g-1");

        assertThat(sms().gateway()).contains(new Sms.Taken("b".repeat(32), Optional.of("g-2")));
        assertThat(history()).containsExactly("SMS_SENT");
    }

    @ParameterizedTest
    @EnumSource
    void anSmsIsSentAndThenDelivered(Database database) {
        prepare(database);

        recordSms.record(announcement(), "a", "g-1");
        hear(SmsState.DELIVERED);

        assertThat(sms().state()).isEqualTo(SmsState.DELIVERED);
        assertThat(sms().gateway()).contains(new Sms.Taken("a", Optional.of("g-1")));
        assertThat(sms().parts()).isEqualTo(2);
        assertThat(history()).containsExactly("SMS_SENT", "SMS_DELIVERED");
        assertThat(events()).allSatisfy(event -> assertThat(event.details().get(Event.Detail.INVOICE))
                .isEqualTo(invoice.toString()));
    }

    @ParameterizedTest
    @EnumSource
    void whatCouldNotBeDeliveredHasFailedWithTheGatewaysReason(Database database) {
        prepare(database);
        recordSms.record(announcement(), "a", "g-1");

        hear(SmsState.FAILED);

        assertThat(sms().reason()).contains("1006");
        assertThat(history()).containsExactly("SMS_SENT", "SMS_FAILED");
        assertThat(events().get(1).details().get(Event.Detail.REASON)).isEqualTo("1006");
    }

    @ParameterizedTest
    @EnumSource
    void ofTwoWithOneIdTheReportIsOfTheNewest(Database database) {
        prepare(database);
        recordSms.record(announcement(), "a", "again");
        var older = notice;
        world.jdbc.update(
                "update sms set created_at = created_at - interval '1' hour where id = ?",
                older.id().value());
        prepare(database);
        recordSms.record(announcement(), "a", "again");

        world.inTransaction(() -> {
            assertThat(messages.lock("again")).map(Sms::id).contains(notice.id());
            return null;
        });
    }

    @ParameterizedTest
    @EnumSource
    void theSameReportAgainIsNoEvent(Database database) throws Exception {
        prepare(database);
        recordSms.record(announcement(), "a", "g-1");

        Race.of(Collections.nCopies(4, () -> hear(SmsState.DELIVERED)));
        hear(SmsState.FAILED);

        assertThat(history()).containsExactly("SMS_SENT", "SMS_DELIVERED");
    }

    @ParameterizedTest
    @EnumSource
    void aReportMayComeBeforeTheGatewaysAnswer(Database database) {
        prepare(database);

        hear(SmsState.DELIVERED);
        recordSms.record(announcement(), "a", "g-1");

        assertThat(sms().state()).isEqualTo(SmsState.DELIVERED);
        assertThat(history()).containsExactly("SMS_DELIVERED");
    }

    @ParameterizedTest
    @EnumSource
    void whatOneGatewayGaveUpAnotherMayBring(Database database) {
        prepare(database);
        recordSms.record(announcement(), "b", "g-2");
        hear(SmsState.FAILED);

        hear(SmsState.DELIVERED);

        assertThat(sms().reason()).isEmpty();
        assertThat(history()).containsExactly("SMS_SENT", "SMS_FAILED", "SMS_DELIVERED");
    }

    @ParameterizedTest
    @EnumSource
    void aGatewayThatDoesNotKnowOurReferenceNamesItsOwn(Database database) {
        prepare(database);
        var id = UUID.randomUUID().toString();
        recordSms.record(announcement(), "smpp", id);

        var known =
                hearReport.hear(new SmsReport(Optional.empty(), Optional.of(id), SmsState.DELIVERED, Optional.empty()));

        assertThat(known).isTrue();
        assertThat(sms().state()).isEqualTo(SmsState.DELIVERED);
    }

    @ParameterizedTest
    @EnumSource
    void aReportOfNothingKnownDoesNothing(Database database) {
        prepare(database);
        var stranger = Notice.of(
                EventId.next(), invoice.value(), NoticeKind.INVOICE_REMINDER, Channel.SMS, new Phone("+4577007700"));

        assertThat(hearReport.hear(new SmsReport(
                        Optional.of(stranger.id()), Optional.empty(), SmsState.DELIVERED, Optional.empty())))
                .isFalse();
        assertThat(hearReport.hear(new SmsReport(
                        Optional.empty(), Optional.of("unheard of"), SmsState.DELIVERED, Optional.empty())))
                .isFalse();
        assertThat(history()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void onlyItsMerchantFindsAnSms(Database database) {
        prepare(database);

        assertThat(world.inTransaction(() -> messages.of(world.merchant, invoice)))
                .containsExactly(sms());
        assertThat(world.inTransaction(() -> messages.of(MerchantId.random(), invoice)))
                .isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void anSmsThatSomebodySentIsHeardOnce(Database database) {
        prepare(database);
        SmsReplies replies = sms -> heard.add(sms.text());
        var hearInbound = world.transactions(new HearInboundSms(messages, List.of(replies), world.realTime));
        var sms = new InboundSms("in-" + UUID.randomUUID(), new Phone("+4577007700"), "2001", "STOP");

        hearInbound.hear(sms);
        hearInbound.hear(sms);

        assertThat(heard).containsExactly("STOP");
    }

    @ParameterizedTest
    @EnumSource
    void whatSomebodySentIsForgottenInTime(Database database) {
        prepare(database);
        var hearInbound = world.transactions(new HearInboundSms(messages, List.of(), world.realTime));
        var purge = world.transactions(new PurgeInboundSms(messages, Duration.ofDays(30), world.realTime));
        var id = "in-" + UUID.randomUUID();
        hearInbound.hear(new InboundSms(id, new Phone("+4577007700"), "2001", "STOP"));

        world.realTime.advance(Duration.ofDays(30).minusSeconds(1));
        purge.purge();
        assertThat(stored(id)).isEqualTo(1);
        world.realTime.advance(Duration.ofSeconds(1));

        assertThat(purge.purge()).isFalse();
        assertThat(stored(id)).isZero();
    }

    private int stored(String id) {
        return world.jdbc.queryForObject("select count(*) from sms_inbound where id = ?", Integer.class, id);
    }

    private void write(SmsMessage message) {
        world.inTransaction(() -> {
            messages.add(Sms.write(message, world.invoices.find(invoice).orElseThrow()), world.realTime.instant());
            return null;
        });
    }

    private boolean hear(SmsState state) {
        var reason = state == SmsState.FAILED ? Optional.of("1006") : Optional.<String>empty();
        return hearReport.hear(new SmsReport(Optional.of(notice.id()), Optional.empty(), state, reason));
    }

    private void claim() {
        assertThat(world.inTransaction(() -> world.notices.claim(notice.id(), LEASE)))
                .isPresent();
    }

    private Announcement announcement() {
        return announcement(1);
    }

    private Announcement announcement(long fence) {
        var issuer = world.inTransaction(() -> world.merchants.issuer(world.merchant, world.issuer))
                .orElseThrow();
        return new Announcement(notice, fence, world.invoice(invoice), issuer, Optional.empty());
    }

    private Sms sms() {
        return world.inTransaction(() -> messages.lock(notice.id())).orElseThrow();
    }

    private List<String> history() {
        return world.historyOf(notice.id().value());
    }

    private List<Event> events() {
        return world.eventsOf(notice.id().value());
    }
}
