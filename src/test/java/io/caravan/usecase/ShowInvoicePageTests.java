package io.caravan.usecase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.caravan.PaymentWorld;
import io.caravan.callback.PlainForm;
import io.caravan.core.invoice.InvoiceId;
import io.caravan.core.invoice.OwnInvoice;
import io.caravan.core.invoice.Rejection;
import io.caravan.core.page.PageRefused;
import io.caravan.core.page.PageRequest;
import io.caravan.core.page.PageState;
import io.caravan.core.page.PageTokens;
import io.caravan.core.payer.Payer;
import io.caravan.core.payment.BillingRequest;
import io.caravan.core.payment.BillingTerms;
import io.caravan.core.payment.Confirmation;
import io.caravan.core.payment.Outcome;
import io.caravan.core.payment.PhoneBill;
import io.caravan.core.pretransaction.PreTransactionLinks;
import io.caravan.core.problem.Problem;
import io.caravan.core.prompt.Prompt;
import io.caravan.store.Database;
import io.caravan.store.JdbcPages;
import io.caravan.store.JdbcPartners;
import io.caravan.store.JdbcPaymentChoices;
import io.caravan.store.JdbcPreTransactions;
import io.caravan.store.TransactionalJdbc;
import io.caravan.usecase.page.ShowInvoicePage;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What the page of a link shows, after everything that can happen to its invoice. */
class ShowInvoicePageTests {

    private static final Outcome DONE = Outcome.done("ref");
    private static final Outcome REFUSED = Outcome.refused("declined");

    private final PageWorld page = new PageWorld(Database.H2);
    private final PaymentWorld world = page.world;
    private final Payer another = world.aPayer();

    @Test
    void aFreshLinkIsOpen() {
        assertThat(page.state()).isEqualTo(PageState.OPEN);
    }

    @Test
    void aTokenThatOpensNothingIsUnknown() {
        var pages = new JdbcPages(
                new TransactionalJdbc(world.jdbc.getDataSource()), new PageTokens("k", Map.of("k", new byte[32])));
        var tokens = new PageTokens("k", Map.of("k", new byte[32]));
        var show = world.transactions(new ShowInvoicePage(
                pages,
                world.merchants,
                world.invoices,
                world.schedules,
                world.payments,
                world.prompts,
                world.events,
                new JdbcPreTransactions(new TransactionalJdbc(world.jdbc.getDataSource())),
                new JdbcPartners(
                        new TransactionalJdbc(world.jdbc.getDataSource()), PlainForm.SEALER, Clock.systemUTC()),
                new JdbcPaymentChoices(new TransactionalJdbc(world.jdbc.getDataSource())),
                new BillingTerms(Set.of(), 5),
                new PreTransactionLinks("https://pay.example"),
                world.businessTime,
                world.realTime));
        var nobodys = new PageRequest(tokens.of(tokens.first(InvoiceId.random())), Optional.empty());

        var refused = catchThrowableOfType(PageRefused.class, () -> show.show(nobodys));

        assertThat(refused.reason()).isEqualTo(PageRefused.Reason.UNKNOWN);
    }

    @ParameterizedTest
    @EnumSource
    void ofTwoWhoAreAskedOnePaysAndTheOtherIsToldSo(Database database) {
        var both = new PageWorld(database);
        var second = both.world.aPayer();
        var mine = both.prompt(both.form());
        var theirs = both.prompt(both.form(second.phone(), both.address));

        both.pay(second, DONE);

        assertThat(both.state(theirs)).isEqualTo(PageState.PAID);
        assertThat(both.state(mine)).isEqualTo(PageState.PAID_BY_ANOTHER);
        assertThat(both.state()).isEqualTo(PageState.PAID);
    }

    @Test
    void aPromptWaitsFiveMinutes() {
        var prompt = page.prompt(page.form());

        world.realTime.advance(Duration.ofSeconds(299));
        assertThat(page.state(prompt)).isEqualTo(PageState.WAITING);
        assertThat(page.page(prompt.id()).prompt().orElseThrow().left(world.realTime.instant()))
                .isEqualTo(Duration.ofSeconds(1));

        world.realTime.advance(Duration.ofSeconds(1));
        assertThat(page.state(prompt)).isEqualTo(PageState.TIMED_OUT);
    }

    @Test
    void whoPaysAfterTheTimeHasPaidAllTheSame() {
        var prompt = page.prompt(page.form());
        world.realTime.advance(Duration.ofMinutes(6));

        page.pay(page.payer, DONE);

        assertThat(page.state(prompt)).isEqualTo(PageState.PAID);
    }

    @Test
    void aPaymentOnItsWayIsTold() {
        var prompt = page.prompt(page.form());

        world.startPayment.start(PaymentWorld.now(page.payer, page.invoice));

        assertThat(page.state()).isEqualTo(PageState.IN_PROGRESS);
        assertThat(page.state(prompt)).isEqualTo(PageState.IN_PROGRESS);
    }

    @ParameterizedTest
    @EnumSource
    void aRefusedCardIsToldWithItsReason(Database database) {
        var refused = new PageWorld(database);
        var prompt = refused.prompt(refused.form());

        refused.pay(refused.payer, REFUSED);

        assertThat(refused.state(prompt)).isEqualTo(PageState.REFUSED);
        assertThat(refused.page(prompt.id()).refusal()).contains("declined");
        assertThat(refused.state()).isEqualTo(PageState.REFUSED);
    }

    @ParameterizedTest
    @EnumSource
    void aPhoneBillThatFailedLastDoesNotHideARefusalInTheWallet(Database database) {
        var refused = new PageWorld(database);
        var prompt = refused.prompt(refused.form());
        refused.pay(refused.payer, REFUSED);
        refused.world.realTime.advance(Duration.ofSeconds(1));
        var charge = refused.world.startBilling.start(
                new BillingRequest(refused.invoice, new PhoneBill(refused.payer.phone(), Confirmation.REPLY)));
        refused.world.sendOperation.send(charge);

        refused.world.settleOperation.settle(charge, 1, Outcome.refused("InsufficientFunds"));

        assertThat(refused.state(prompt)).isEqualTo(PageState.REFUSED);
        assertThat(refused.page(prompt.id()).refusal()).contains("declined");
        assertThat(refused.page().refusal()).contains("declined");
    }

    @Test
    void somebodyElsesRefusedCardDoesNotEndTheWaiting() {
        var prompt = page.prompt(page.form());

        page.pay(another, REFUSED);

        assertThat(page.state(prompt)).isEqualTo(PageState.WAITING);
    }

    @Test
    void anOldRefusalDoesNotAnswerANewPrompt() {
        page.pay(page.payer, REFUSED);
        world.realTime.advance(Duration.ofSeconds(1));

        var prompt = page.prompt(page.form());

        assertThat(page.state(prompt)).isEqualTo(PageState.WAITING);
    }

    @Test
    void aChosenDayIsToldToEverybodyAndCanBeChanged() {
        var prompt = page.prompt(page.form());
        page.schedule(page.payer, PaymentWorld.TODAY.plusDays(5));

        assertThat(page.state(prompt)).isEqualTo(PageState.SCHEDULED);
        assertThat(page.page().scheduled()).contains(PaymentWorld.TODAY.plusDays(5));
        assertThat(page.state().isPayable()).isTrue();

        var change = page.prompt(page.form());
        assertThat(page.state(change)).isEqualTo(PageState.WAITING);
        page.schedule(page.payer, PaymentWorld.TODAY.plusDays(37));
        assertThat(page.state(change)).isEqualTo(PageState.SCHEDULED);
        assertThat(page.page().scheduled()).contains(PaymentWorld.TODAY.plusDays(37));
    }

    @Test
    void theSameDayAgainIsAnAnswerToo() {
        page.schedule(page.payer, PaymentWorld.TODAY.plusDays(5));
        var prompt = page.prompt(page.form());

        page.schedule(page.payer, PaymentWorld.TODAY.plusDays(5));

        assertThat(page.state(prompt)).isEqualTo(PageState.SCHEDULED);
    }

    @Test
    void aRefusalBeforeAChosenDayIsToldAndTheDayStands() {
        page.schedule(page.payer, PaymentWorld.TODAY.plusDays(5));
        var prompt = page.prompt(page.form());

        page.pay(page.payer, REFUSED);

        assertThat(page.state(prompt)).isEqualTo(PageState.REFUSED);
        assertThat(page.state()).isEqualTo(PageState.SCHEDULED);
        assertThat(page.page().refusal()).isEmpty();
    }

    @Test
    void aNoToALinkThatNobodyAcceptedLeadsBackToTheStart() {
        var prompt = page.prompt(page.form());

        reject();

        assertThat(page.state(prompt)).isEqualTo(PageState.DECLINED);
        assertThat(page.state()).isEqualTo(PageState.OPEN);
    }

    @Test
    void aNoToAnAcceptedLinkIsTheEnd() {
        page.schedule(page.payer, PaymentWorld.TODAY.plusDays(5));
        var prompt = page.prompt(page.form());

        reject();

        assertThat(page.state(prompt)).isEqualTo(PageState.REJECTED);
        assertThat(page.state()).isEqualTo(PageState.REJECTED);
    }

    @Test
    void aCanceledInvoiceIsToldToWhoWaits() {
        var prompt = page.prompt(page.form());
        var merchant =
                world.inTransaction(() -> world.merchants.find(world.merchant)).orElseThrow();

        world.cancelInvoice.cancel(new OwnInvoice(merchant, page.invoice));

        assertThat(page.state(prompt)).isEqualTo(PageState.CANCELED);
        assertThat(page.state()).isEqualTo(PageState.CANCELED);
    }

    @Test
    void afterItsLastDayALinkIsExpiredWhetherTheJobHasRunOrNot() {
        world.businessTime.advance(Duration.ofDays(37));
        assertThat(page.state()).isEqualTo(PageState.OPEN);

        world.businessTime.advance(Duration.ofDays(1));
        assertThat(page.state()).isEqualTo(PageState.EXPIRED);

        world.expireInvoices.expire();
        assertThat(page.state()).isEqualTo(PageState.EXPIRED);
    }

    @Test
    void aPromptOfAnotherPageIsNoPromptOfThisOne() {
        var elsewhere = new PageWorld(Database.H2);
        Prompt theirs = elsewhere.prompt(elsewhere.form());

        assertThat(page.page(theirs.id()).prompt()).isEmpty();
        assertThat(page.state(theirs)).isEqualTo(PageState.OPEN);
    }

    private void reject() {
        var rejection = new Rejection(page.payer.id(), page.invoice);
        world.noteRejection.note(rejection);
        try {
            world.rejectInvoice.reject(rejection);
        } catch (Problem refused) {
            assertThat(world.invoice(page.invoice).status().isFinal()).isFalse();
        }
    }
}
