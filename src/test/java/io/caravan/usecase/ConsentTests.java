package io.caravan.usecase;

import static io.caravan.PaymentWorld.TODAY;
import static io.caravan.PaymentWorld.on;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.caravan.core.consent.Consent;
import io.caravan.core.consent.ConsentId;
import io.caravan.core.consent.ConsentList;
import io.caravan.core.consent.ConsentState;
import io.caravan.core.consent.OwnConsent;
import io.caravan.core.dialect.RequestKey;
import io.caravan.core.invoice.InvoiceId;
import io.caravan.core.invoice.OwnInvoice;
import io.caravan.core.merchant.IssuerId;
import io.caravan.core.payer.Payer;
import io.caravan.core.payment.Outcome;
import io.caravan.core.problem.Forbidden;
import io.caravan.core.problem.Problem;
import io.caravan.core.problem.ProblemCode;
import io.caravan.store.Database;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ConsentTests {

    private Consenting consenting;
    private Payer payer;
    private InvoiceId link;
    private ConsentId consent;

    private void prepare(Database database) {
        consenting = new Consenting(database);
        payer = consenting.world.aPayer();
        link = consenting.aLink(payer);
        consent = consenting.request(link);
    }

    @ParameterizedTest
    @EnumSource
    void aPayerIsAskedAfterPayingAndGrants(Database database) {
        prepare(database);
        assertThat(state()).isEqualTo(ConsentState.PENDING);
        assertThat(codeOf(() -> consenting.answer(payer, consent, true))).isEqualTo(ProblemCode.CONSENT_NOT_ASKED);

        consenting.pay(payer, link);
        consenting.answer(payer, consent, true);
        consenting.answer(payer, consent, true);

        assertThat(consenting.find(consent))
                .returns(ConsentState.GRANTED, Consent::state)
                .returns(Optional.of(payer.phone()), Consent::phone)
                .returns(Optional.of(consenting.world.businessTime.instant()), Consent::grantedAt);
        assertThat(history()).containsExactly("CONSENT_REQUESTED", "CONSENT_ASKED", "CONSENT_GRANTED");
        assertThat(codeOf(() -> consenting.answer(payer, consent, false))).isEqualTo(ProblemCode.CONSENT_ANSWERED);
    }

    @ParameterizedTest
    @EnumSource
    void whoSchedulesIsAskedToo(Database database) {
        prepare(database);

        consenting.world.scheduleInvoice.schedule(on(TODAY.plusDays(2), payer, link));
        consenting.answer(payer, consent, false);
        consenting.pay(payer, link);

        assertThat(history()).containsExactly("CONSENT_REQUESTED", "CONSENT_ASKED", "CONSENT_DENIED");
    }

    @ParameterizedTest
    @EnumSource
    void whoHasScheduledBeforeTheRequestIsAskedAtOnce(Database database) {
        prepare(database);
        var scheduled = consenting.aLink(payer);
        consenting.world.scheduleInvoice.schedule(on(TODAY.plusDays(2), payer, scheduled));

        consent = consenting.request(scheduled);

        assertThat(history()).containsExactly("CONSENT_REQUESTED", "CONSENT_ASKED");
    }

    @ParameterizedTest
    @EnumSource
    void aRefusedPaymentAsksNobody(Database database) {
        prepare(database);
        var charge = consenting.world.startPayment.start(io.caravan.PaymentWorld.now(payer, link));

        consenting.world.settleOperation.settle(charge, 0, Outcome.refused("declined"));

        assertThat(history()).containsExactly("CONSENT_REQUESTED");
    }

    @ParameterizedTest
    @EnumSource
    void onlyThePayerWhoWasAskedCanAnswer(Database database) {
        prepare(database);
        var other = consenting.world.aPayer();
        consenting.pay(payer, link);

        assertThat(codeOf(() -> consenting.answer(other, consent, true))).isEqualTo(ProblemCode.CONSENT_UNKNOWN);
        assertThat(codeOf(() -> consenting.answer(payer, ConsentId.random(), true)))
                .isEqualTo(ProblemCode.CONSENT_UNKNOWN);
        assertThat(state()).isEqualTo(ConsentState.PENDING);
    }

    @ParameterizedTest
    @EnumSource
    void whoPaysAfterAnotherHasScheduledIsTheOneWhoIsAsked(Database database) {
        prepare(database);
        var other = consenting.world.aPayer();
        consenting.world.scheduleInvoice.schedule(on(TODAY.plusDays(2), other, link));

        consenting.pay(payer, link);

        assertThat(consenting.find(consent).isAskedOf(payer.id())).isTrue();
        assertThat(codeOf(() -> consenting.answer(other, consent, true))).isEqualTo(ProblemCode.CONSENT_UNKNOWN);
    }

    @ParameterizedTest
    @EnumSource
    void whoHasGrantedToTheIssuerIsNotAskedAgain(Database database) {
        prepare(database);
        consenting.granted(payer);

        consenting.pay(payer, link);

        assertThat(history()).containsExactly("CONSENT_REQUESTED", "CONSENT_GRANTED");
        assertThat(consenting.find(consent).phone()).contains(payer.phone());
        assertThat(consenting.list(Optional.empty()).consents()).hasSize(1);
    }

    @ParameterizedTest
    @EnumSource
    void whoHasDeniedIsAskedAgainWithAnotherInvoice(Database database) {
        prepare(database);
        consenting.pay(payer, link);
        consenting.answer(payer, consent, false);
        var next = consenting.aLink(payer);

        consent = consenting.request(next);
        consenting.pay(payer, next);

        assertThat(history()).containsExactly("CONSENT_REQUESTED", "CONSENT_ASKED");
        consenting.answer(payer, consent, true);
        assertThat(state()).isEqualTo(ConsentState.GRANTED);
    }

    @ParameterizedTest
    @EnumSource
    void aSecondRequestIsTheSameConsentEvenOnceItIsPaid(Database database) {
        prepare(database);

        assertThat(consenting.request(link)).isEqualTo(consent);
        consenting.pay(payer, link);
        assertThat(consenting.request(link)).isEqualTo(consent);
        assertThat(history()).containsExactly("CONSENT_REQUESTED", "CONSENT_ASKED");
    }

    @ParameterizedTest
    @EnumSource
    void onlyOpenLinksOfTheMerchantHaveConsents(Database database) {
        prepare(database);
        var direct = consenting.world.anInvoiceFor(payer);
        var paid = consenting.aLink(payer);
        consenting.pay(payer, paid);
        var canceled = consenting.aLink(payer);
        consenting.world.cancelInvoice.cancel(new OwnInvoice(consenting.merchant(), canceled));
        var foreign = new Consenting(database).aLink(payer);

        assertThat(codeOf(() -> consenting.request(direct))).isEqualTo(ProblemCode.CONSENT_NOT_POSSIBLE);
        assertThat(codeOf(() -> consenting.request(paid))).isEqualTo(ProblemCode.INVOICE_ALREADY_PAID);
        assertThat(codeOf(() -> consenting.request(canceled))).isEqualTo(ProblemCode.CONSENT_NOT_POSSIBLE);
        assertThat(codeOf(() -> consenting.request(foreign))).isEqualTo(ProblemCode.INVOICE_UNKNOWN);
        assertThat(codeOf(() -> consenting.request(InvoiceId.random()))).isEqualTo(ProblemCode.INVOICE_UNKNOWN);
    }

    @ParameterizedTest
    @EnumSource
    void aRequestWithAKeyIsAnsweredTheSameAndTheKeyStandsForNothingElse(Database database) {
        prepare(database);
        var key = Optional.of(new RequestKey("k-" + UUID.randomUUID(), "1".repeat(64)));
        var other = Optional.of(new RequestKey(key.get().key(), "2".repeat(64)));
        var next = consenting.aLink(payer);

        var first = consenting.request(next, key);

        assertThat(consenting.request(next, key)).isEqualTo(first);
        assertThat(codeOf(() -> consenting.request(link, other))).isEqualTo(ProblemCode.KEY_REUSED);
    }

    @ParameterizedTest
    @EnumSource
    void theListHasOneConsentForEachPayerPageByPage(Database database) {
        prepare(database);
        for (int i = 0; i < 101; i++) {
            consenting.granted(consenting.world.aPayer());
        }
        var twice = consenting.world.aPayer();
        consenting.granted(twice);
        var again = consenting.aLink(twice);
        consenting.request(again);
        consenting.pay(twice, again);

        var first = consenting.list(Optional.empty());
        var second = consenting.list(first.next());

        assertThat(first.consents()).hasSize(100);
        assertThat(second.consents()).hasSize(2);
        assertThat(second.next()).isEmpty();
        Set<Object> phones = new HashSet<>();
        first.consents().forEach(one -> phones.add(one.phone().orElseThrow().number()));
        second.consents().forEach(one -> phones.add(one.phone().orElseThrow().number()));
        assertThat(phones).hasSize(102);
    }

    @ParameterizedTest
    @EnumSource
    void anotherMerchantsIssuerIsNotListed(Database database) {
        prepare(database);
        var stranger = new Consenting(database);

        assertThatThrownBy(() -> consenting.listConsents.list(
                        new ConsentList(consenting.merchant(), stranger.world.issuer, Optional.empty())))
                .isInstanceOf(Forbidden.class);
        assertThatThrownBy(() -> consenting.listConsents.list(
                        new ConsentList(consenting.merchant(), IssuerId.random(), Optional.empty())))
                .isInstanceOf(Forbidden.class);
        assertThat(codeOf(() -> stranger.find(consent))).isEqualTo(ProblemCode.CONSENT_UNKNOWN);
    }

    @ParameterizedTest
    @EnumSource
    void aWipedConsentCanBeAskedForAgain(Database database) {
        prepare(database);
        consent = consenting.granted(payer);
        var own = new OwnConsent(consenting.merchant(), consent);

        consenting.deleteConsent.delete(own);

        assertThat(codeOf(() -> consenting.deleteConsent.delete(own))).isEqualTo(ProblemCode.CONSENT_UNKNOWN);
        assertThat(consenting.list(Optional.empty()).consents()).isEmpty();
        assertThat(history()).endsWith("CONSENT_GRANTED", "CONSENT_DELETED");
        var next = consenting.aLink(payer);
        consent = consenting.request(next);
        consenting.pay(payer, next);
        assertThat(state()).isEqualTo(ConsentState.PENDING);
    }

    @ParameterizedTest
    @EnumSource
    void thePermissionStaysWhileAnotherGrantedConsentHoldsIt(Database database) {
        prepare(database);
        var first = consenting.granted(payer);
        consenting.pay(payer, link);

        consenting.deleteConsent.delete(new OwnConsent(consenting.merchant(), first));

        assertThat(consenting.list(Optional.empty()).consents())
                .extracting(Consent::id)
                .containsExactly(consent);
    }

    private ConsentState state() {
        return consenting.find(consent).state();
    }

    private List<String> history() {
        return consenting.world.historyOf(consent.value());
    }

    private static ProblemCode codeOf(ThrowingCallable work) {
        return catchThrowableOfType(Problem.class, work).code();
    }
}
