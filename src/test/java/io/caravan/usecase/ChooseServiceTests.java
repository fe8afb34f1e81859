package io.caravan.usecase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.caravan.core.money.Money;
import io.caravan.core.page.HostedCardVisit;
import io.caravan.core.page.HostedPageState;
import io.caravan.core.page.PageRefused;
import io.caravan.core.payment.Alarm;
import io.caravan.core.payment.OperationId;
import io.caravan.core.payment.Outcome;
import io.caravan.core.paymentinvoice.Field;
import io.caravan.core.paymentinvoice.PaymentInvoice;
import io.caravan.core.paymentinvoice.PaymentInvoiceDraft;
import io.caravan.core.paymentinvoice.PaymentInvoiceId;
import io.caravan.core.paymentinvoice.Requisites;
import io.caravan.core.paymentinvoice.Service;
import io.caravan.core.paymentinvoice.ServiceChoice;
import io.caravan.core.paymentinvoice.ServiceKind;
import io.caravan.store.Database;
import io.caravan.store.JdbcMerchants;
import io.caravan.store.JdbcServices;
import io.caravan.store.TransactionalJdbc;
import io.caravan.support.Race;
import io.caravan.support.Transacted;
import io.caravan.usecase.page.ChooseService;
import io.caravan.usecase.page.PayHostedByCard;
import io.caravan.usecase.page.ShowHostedPage;
import io.caravan.usecase.paymentinvoice.StoreRequisites;
import java.math.BigDecimal;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A payer who chooses how to pay. */
class ChooseServiceTests {

    private static final String TRANSFER = "bank_transfer_eur_invoice";
    private static final String ASKED = "asked_eur_invoice";
    private static final String CARD = "card_eur_hpp";

    private static final Field NEEDED = new Field("document", true, "^.+$");

    private TransferWorld world;
    private ChooseService choose;
    private PayHostedByCard card;
    private ShowHostedPage show;
    private StoreRequisites store;

    @ParameterizedTest
    @EnumSource
    void theChoiceMakesRequisitesAndAReferenceByWhichMoneyIsFound(Database database) {
        start(database);
        var invoice = unchosen("12.34");

        var chosen = choose.choose(new ServiceChoice(invoice.id(), TRANSFER)).invoice();

        assertThat(chosen.reference().text())
                .startsWith("RF")
                .contains(invoice.reference().number());
        assertThat(world.status(invoice)).isEqualTo("process_pending");
        assertThat(state(invoice)).isEqualTo(HostedPageState.OPEN);
        world.hearBank.hear(
                TransferWorld.transfer(TransferWorld.newId(), chosen.reference().text(), 1234));
        assertThat(world.status(invoice)).isEqualTo("processed");
        assertThat(world.report(invoice).events())
                .extracting(event -> event.number())
                .containsExactly(0, 1, 2);
    }

    @ParameterizedTest
    @EnumSource
    void theFirstChoiceStaysAlsoAtOnce(Database database) throws Exception {
        start(database);
        for (int round = 0; round < 10; round++) {
            var invoice = unchosen("12.34");
            Callable<String> one = () -> chosen(invoice, TRANSFER);
            Callable<String> other = () -> chosen(invoice, ASKED);

            var results = Race.of(List.of(one, other, one));

            assertThat(results).containsOnly(results.get(0));
            assertThat(chosen(invoice, results.get(0).equals(ASKED) ? TRANSFER : ASKED))
                    .isEqualTo(results.get(0));
        }
    }

    @ParameterizedTest
    @EnumSource
    void whatTheBankSaysFirstIsShownAndToldOnce(Database database) {
        start(database);
        var invoice = unchosen("12.34");
        var chosen = choose.choose(new ServiceChoice(invoice.id(), ASKED)).invoice();
        assertThat(state(invoice)).isEqualTo(HostedPageState.PREPARING);

        store.store(chosen, new Requisites(Map.of("card_number", "4111")));
        store.store(chosen, new Requisites(Map.of("card_number", "5555")));

        assertThat(world.report(invoice).invoice().requisites().orElseThrow().texts())
                .containsEntry("card_number", "4111");
        assertThat(world.report(invoice).events()).hasSize(2);
    }

    @ParameterizedTest
    @EnumSource
    void aCardIsBegunOnceAndNoTransferPaysWhatItIsToPay(Database database) {
        start(database);
        var invoice = unchosen("12.34");
        assertThat(chosen(invoice, CARD)).isEqualTo(CARD);
        var visit = new HostedCardVisit(invoice.id(), URI.create("https://pay.example/return"));
        var transfer = TransferWorld.newId();

        var begun = card.begin(visit);
        world.hearBank.hear(TransferWorld.transfer(transfer, invoice.reference().text(), 1234));

        assertThat(card.begin(visit)).isEqualTo(begun);
        assertThat(world.status(invoice)).isEqualTo("process_pending");
        assertThat(world.why(transfer)).contains("the payer has chosen to pay with a card");
        assertThat(state(invoice)).isEqualTo(HostedPageState.PREPARING);
    }

    @ParameterizedTest
    @EnumSource
    void moneyThatACardHasReservedAndDoesNotGiveIsReleasedAndThePaymentHasFailed(Database database) {
        start(database);
        var invoice = unchosen("12.34");
        chosen(invoice, CARD);
        var session = card.begin(new HostedCardVisit(invoice.id(), URI.create("https://pay.example/return")));
        world.world.sendOperation.send(session).orElseThrow();
        settle(session, Outcome.waiting("se_" + session, Optional.of(URI.create("https://psp.example/" + session))));
        world.world.businessTime.advance(Duration.ofDays(4));
        assertThat(state(invoice)).isEqualTo(HostedPageState.CONFIRMED);
        settle(session, Outcome.done("se_" + session));

        settleNext(Outcome.refused("refused"));
        assertThat(world.status(invoice)).isEqualTo("process_pending");
        assertThat(world.world.sounded).extracting(Alarm::kind).containsExactly(Alarm.Kind.REFUSAL);
        settleNext(Outcome.done("ca_" + session));

        assertThat(world.status(invoice)).isEqualTo("process_failed");
        assertThat(state(invoice)).isEqualTo(HostedPageState.FAILED);
    }

    @ParameterizedTest
    @EnumSource
    void aReservationOfACardThatIsNotReleasedRaisesTheAlarmToo(Database database) {
        start(database);
        var invoice = unchosen("12.34");
        chosen(invoice, CARD);
        var session = card.begin(new HostedCardVisit(invoice.id(), URI.create("https://pay.example/return")));
        world.world.sendOperation.send(session).orElseThrow();
        settle(session, Outcome.done("se_" + session));

        settleNext(Outcome.refused("refused"));
        settleNext(Outcome.refused("refused"));

        assertThat(world.world.sounded)
                .extracting(Alarm::what)
                .hasSize(2)
                .anyMatch(what -> what.startsWith("CANCEL of"));
    }

    private void settle(OperationId operation, Outcome outcome) {
        world.world.settleOperation.settle(operation, 1, outcome);
    }

    /** Sends what waits to be sent, which this becomes of. */
    private void settleNext(Outcome outcome) {
        var next = world.world.takeUnsent.take();
        assertThat(next).hasSize(1);
        world.world.sendOperation.send(next.get(0)).orElseThrow();
        settle(next.get(0), outcome);
    }

    @ParameterizedTest
    @EnumSource
    void onlyWhatSuitsIsOffered(Database database) {
        start(database);
        var dear = unchosen("1000.01");

        assertThat(show.show(dear.id()).offers())
                .extracting(Service::code)
                .doesNotContain(TRANSFER, "fields_eur_invoice");
        assertThatThrownBy(() -> choose.choose(new ServiceChoice(dear.id(), TRANSFER)))
                .isInstanceOf(PageRefused.class);
        assertThatThrownBy(() -> choose.choose(new ServiceChoice(PaymentInvoiceId.random(), TRANSFER)))
                .isInstanceOf(PageRefused.class);
    }

    @ParameterizedTest
    @EnumSource
    void afterItsEndNothingIsChosen(Database database) {
        start(database);
        var invoice = unchosen("12.34");
        world.world.businessTime.advance(Duration.ofDays(4));

        assertThat(chosen(invoice, TRANSFER)).isEmpty();
        assertThat(state(invoice)).isEqualTo(HostedPageState.EXPIRED);
    }

    private void start(Database database) {
        world = new TransferWorld(database);
        var jdbc = new TransactionalJdbc(world.dataSource);
        var services = new JdbcServices(jdbc);
        var payments = world.world.payments;
        var clock = world.world.businessTime;
        Transacted.run(world.dataSource, () -> {
            services.put(service(ASKED, ServiceKind.CARD_TRANSFER, List.of(), true));
            services.put(service("fields_eur_invoice", ServiceKind.RECEIPT, List.of(NEEDED), false));
            services.put(service(CARD, ServiceKind.CARD_PAGE, List.of(), false));
        });
        choose = world.around(new ChooseService(world.invoices, services, payments, world.world.events, clock));
        card = world.around(new PayHostedByCard(world.invoices, payments, clock));
        store = world.around(new StoreRequisites(world.invoices, payments, world.world.events, clock));
        show = world.around(new ShowHostedPage(world.invoices, services, payments, new JdbcMerchants(jdbc), clock));
    }

    private static Service service(String code, ServiceKind kind, List<Field> fields, boolean asks) {
        return new Service(
                code,
                "method",
                Optional.empty(),
                kind,
                TransferWorld.EUR,
                new Money(1, TransferWorld.EUR),
                new Money(1_000_000, TransferWorld.EUR),
                fields,
                List.of(),
                true,
                "bank",
                asks,
                Map.of());
    }

    private PaymentInvoice unchosen(String amount) {
        var draft = world.draft(Optional.empty(), "c");
        return world.create
                .create(new PaymentInvoiceDraft(
                        draft.merchant(),
                        draft.account(),
                        draft.reference(),
                        new BigDecimal(amount),
                        draft.currency(),
                        Optional.empty(),
                        true,
                        Optional.empty(),
                        draft.terms(),
                        draft.hash()))
                .invoice();
    }

    private String chosen(PaymentInvoice invoice, String service) {
        return choose.choose(new ServiceChoice(invoice.id(), service))
                .invoice()
                .service()
                .orElse("");
    }

    private HostedPageState state(PaymentInvoice invoice) {
        return show.show(invoice.id()).state();
    }
}
