package io.caravan.usecase;

import static io.caravan.PaymentWorld.now;
import static org.assertj.core.api.Assertions.assertThat;

import io.caravan.PaymentWorld;
import io.caravan.channel.PspWebhooks;
import io.caravan.channel.WebhookSignature;
import io.caravan.core.invoice.InvoiceId;
import io.caravan.core.invoice.InvoiceStatus;
import io.caravan.core.payment.Alarm;
import io.caravan.core.payment.OperationId;
import io.caravan.core.payment.OperationState;
import io.caravan.core.payment.Outcome;
import io.caravan.core.payment.Testimony;
import io.caravan.store.Database;
import io.caravan.support.Race;
import io.caravan.support.SignedWebhook;
import io.caravan.usecase.payment.ReportForgery;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Webhooks of the acquirer, as it signs them, about a charge on its way. */
class HearProviderTests {

    @ParameterizedTest
    @EnumSource
    void aWebhookBeforeTheAnswerPaysAndTheAnswerChangesNothing(Database database) {
        var paying = new Paying(database);

        paying.hear(paying.webhook("charged", paying.said("charged")));

        assertThat(paying.invoice()).isEqualTo(InvoiceStatus.PAID);

        paying.settle(Outcome.done("ch_1"));

        assertThat(paying.history()).containsExactly("PAYMENT_CREATED", "PAYMENT_CAPTURED");
        assertThat(paying.world.sounded).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void aWebhookAfterTheAnswerChangesNothing(Database database) {
        var paying = new Paying(database);
        paying.settle(Outcome.done("ch_1"));

        paying.hear(paying.webhook("charged", paying.said("charged")));

        assertThat(paying.history()).containsExactly("PAYMENT_CREATED", "PAYMENT_CAPTURED");
        assertThat(paying.world.sounded).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void aWebhookInPlaceOfTheAnswerTellsWhatNobodyKnew(Database database) {
        var paying = new Paying(database);
        paying.settle(Outcome.unknown("silence"));

        paying.hear(paying.webhook("declined", paying.said("declined")));

        assertThat(paying.state()).isEqualTo(OperationState.REFUSED);
        assertThat(paying.invoice()).isEqualTo(InvoiceStatus.ACCEPTED);
    }

    @ParameterizedTest
    @EnumSource
    void aWebhookThatComesTwiceAtOnceIsHeardOnce(Database database) throws Exception {
        for (int round = 0; round < 20; round++) {
            var paying = new Paying(database);
            var webhook = paying.webhook("charged", paying.said("charged"));
            Callable<Boolean> heard = () -> {
                paying.hear(webhook);
                return true;
            };

            Race.of(Collections.nCopies(3, heard));

            assertThat(paying.history()).containsExactly("PAYMENT_CREATED", "PAYMENT_CAPTURED");
            assertThat(paying.world.sounded).isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource
    void anotherWebhookThatSaysTheSameChangesNothing(Database database) {
        var paying = new Paying(database);
        paying.hear(paying.webhook("charged", paying.said("charged")));

        paying.hear(paying.webhook("charged", paying.said("charged")));

        assertThat(paying.history()).containsExactly("PAYMENT_CREATED", "PAYMENT_CAPTURED");
    }

    static Stream<Arguments> lies() {
        return Stream.of(Database.values()).flatMap(database -> Stream.of(
                        "36000|3600|speaks of another amount",
                        "DKK|NOK|speaks of another currency",
                        "\"reference\":\"|\"reference\":\"x|speaks of another reference",
                        "\"kind\":\"charge\"|\"kind\":\"refund\"|speaks of another kind",
                        "\"status\":\"charged\"|\"status\":\"declined\"|contradicts its own path",
                        "\"amount\":36000,||is incomplete",
                        "\"id\":\"ch_1\"|\"id\":\"../refunds\"|is incomplete")
                .map(lie -> lie.split("\\|"))
                .map(lie -> Arguments.of(database, lie[0], lie[1], lie[2])));
    }

    @ParameterizedTest(name = "{0}: {3}")
    @MethodSource("lies")
    void aWebhookThatCannotBeTrueIsNotBelievedAndRaisesTheAlarm(
            Database database, String truth, String lie, String found) {
        var paying = new Paying(database);
        var said = paying.said("charged");
        assertThat(said).contains(truth);

        paying.hear(paying.webhook("charged", said.replace(truth, lie)));

        assertThat(paying.state()).isEqualTo(OperationState.SENT);
        assertThat(paying.invoice()).isEqualTo(InvoiceStatus.CREATED);
        assertThat(paying.world.sounded).extracting(Alarm::kind).containsExactly(Alarm.Kind.DOUBT);
        assertThat(paying.world.alarmsOf(paying.charge)).hasSize(1).allSatisfy(alarm -> assertThat(alarm.what())
                .contains(found));
    }

    @ParameterizedTest
    @EnumSource
    void aWebhookAboutAnUnknownOperationRaisesTheAlarm(Database database) {
        var paying = new Paying(database);
        var key = OperationId.random().toString();

        paying.hear(paying.webhook("charged", paying.said("charged").replace(paying.charge.toString(), key)));

        assertThat(paying.state()).isEqualTo(OperationState.SENT);
        assertThat(paying.world.sounded).extracting(Alarm::kind).containsExactly(Alarm.Kind.DOUBT);
        assertThat(paying.world.jdbc.queryForObject(
                        "select count(*) from payment_alarm where operation_id is null and what like ?",
                        Integer.class,
                        "%" + key + "%"))
                .isEqualTo(1);
    }

    @ParameterizedTest
    @EnumSource
    void aWebhookThatContradictsAKnownOutcomeRaisesTheAlarmAndMovesNothing(Database database) {
        var paying = new Paying(database);
        paying.settle(Outcome.done("ch_1"));

        paying.hear(paying.webhook("declined", paying.said("declined")));
        paying.hear(paying.webhook("charged", paying.said("charged").replace("ch_1", "ch_2")));

        assertThat(paying.state()).isEqualTo(OperationState.DONE);
        assertThat(paying.invoice()).isEqualTo(InvoiceStatus.PAID);
        assertThat(paying.world.sounded)
                .extracting(Alarm::kind)
                .containsExactly(Alarm.Kind.CONTRADICTION, Alarm.Kind.CONTRADICTION);
    }

    @ParameterizedTest
    @EnumSource
    void anAuthorizationOfAnotherSessionIsNotBelieved(Database database) {
        var visits = new Visits(database);
        var session = visits.open();
        var payment = visits.payment(session);
        var said =
                """
                {"id":"se_other","key":"%s","kind":"authorize","status":"authorized","reference":"%s","amount":36000,"currency":"DKK"}"""
                        .formatted(session, payment.id());

        visits.world.hearProvider.hear(testimony(visits.world, "authorized", said));

        assertThat(visits.world.operation(session).state()).isEqualTo(OperationState.WAITING);
        assertThat(visits.world.sounded).extracting(Alarm::kind).containsExactly(Alarm.Kind.DOUBT);

        visits.world.hearProvider.hear(
                testimony(visits.world, "authorized", said.replace("se_other", Visits.reference(session))));

        assertThat(visits.world.operation(session).state()).isEqualTo(OperationState.DONE);
    }

    @ParameterizedTest
    @EnumSource
    void forgeriesRaiseOneAlarmADay(Database database) {
        var world = new PaymentWorld(database);
        world.jdbc.update("delete from payment_alarm where kind = 'FORGERY'");
        var reportForgery = world.transactions(new ReportForgery(world.alarms, world.realTime));

        reportForgery.report();
        reportForgery.report();
        world.realTime.advance(java.time.Duration.ofDays(1));
        reportForgery.report();

        assertThat(world.sounded).extracting(Alarm::kind).containsExactly(Alarm.Kind.FORGERY, Alarm.Kind.FORGERY);
    }

    private static Testimony testimony(PaymentWorld world, String action, String body) {
        var signed = SignedWebhook.of(
                "evt_" + UUID.randomUUID(), world.realTime.instant().getEpochSecond(), body);
        return new PspWebhooks(new WebhookSignature(SignedWebhook.SECRET, world.realTime))
                .read(signed.body(), action, signed.id(), signed.timestamp(), signed.signature())
                .orElseThrow();
    }

    /** A charge on its way. */
    private static final class Paying {

        final PaymentWorld world;
        final InvoiceId invoice;
        final OperationId charge;

        Paying(Database database) {
            world = new PaymentWorld(database);
            var payer = world.aPayer();
            invoice = world.anInvoiceFor(payer);
            charge = world.startPayment.start(now(payer, invoice));
            world.sendOperation.send(charge).orElseThrow();
        }

        String said(String status) {
            return """
                    {"eventId":"evt","id":"ch_1","key":"%s","kind":"charge","status":"%s","reference":"%s","amount":36000,"currency":"DKK","at":"2026-03-12T11:00:00Z"}"""
                    .formatted(charge, status, world.operation(charge).payment());
        }

        Testimony webhook(String action, String body) {
            return testimony(world, action, body);
        }

        void hear(Testimony testimony) {
            world.hearProvider.hear(testimony);
        }

        void settle(Outcome outcome) {
            world.settleOperation.settle(charge, 1, outcome);
        }

        OperationState state() {
            return world.operation(charge).state();
        }

        InvoiceStatus invoice() {
            return world.invoice(invoice).status();
        }

        List<String> history() {
            return world.historyOf(world.operation(charge).payment().value());
        }
    }
}
