package io.caravan.usecase;

import io.caravan.PaymentWorld;
import io.caravan.core.dialect.Dialect;
import io.caravan.core.money.Money;
import io.caravan.core.page.CardVisit;
import io.caravan.core.page.PageRequest;
import io.caravan.core.page.PageToken;
import io.caravan.core.page.PageTokens;
import io.caravan.core.page.PaymentCancel;
import io.caravan.core.page.PaymentPageState;
import io.caravan.core.page.ShownPayment;
import io.caravan.core.payer.Payer;
import io.caravan.core.payer.Phone;
import io.caravan.core.payment.OperationId;
import io.caravan.core.payment.Outcome;
import io.caravan.core.payment.Payment;
import io.caravan.core.payment.Sale;
import io.caravan.core.paymentrequest.PaymentRequest;
import io.caravan.core.paymentrequest.PaymentRequests;
import io.caravan.core.paymentrequest.PaymentTerms;
import io.caravan.core.paymentrequest.UserFlow;
import io.caravan.core.prompt.PaymentPrompt;
import io.caravan.core.prompt.PaymentPromptRequest;
import io.caravan.core.prompt.PromptId;
import io.caravan.core.prompt.PromptLimits;
import io.caravan.store.Database;
import io.caravan.store.JdbcOrders;
import io.caravan.store.JdbcPaymentPrompts;
import io.caravan.store.JdbcPaymentRequests;
import io.caravan.store.JdbcSalesUnits;
import io.caravan.store.TransactionalJdbc;
import io.caravan.usecase.page.AbortPayment;
import io.caravan.usecase.page.PayWithCard;
import io.caravan.usecase.page.PromptForPayment;
import io.caravan.usecase.page.ShowPaymentPage;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** A payment of 249 DKK behind a link that lives ten minutes, and what can be done on its page. */
final class PaymentPageWorld {

    static final int PER_PHONE = 3;
    static final int PER_ADDRESS = 5;

    final PaymentWorld world;
    final Payer payer;
    final PageToken token;
    final String address;
    final Payment payment;
    final PaymentRequests requests;
    private final ShowPaymentPage showPaymentPage;
    private final PromptForPayment promptForPayment;
    private final PayWithCard payWithCard;
    private final AbortPayment abortPayment;

    PaymentPageWorld(Database database) {
        this(database, false, false);
    }

    /**
     * @param named whether the sales unit has said who pays
     * @param card whether any card will do
     */
    PaymentPageWorld(Database database, boolean named, boolean card) {
        world = new PaymentWorld(database);
        world.realTime.moveTo(world.realTime.instant().truncatedTo(ChronoUnit.MILLIS));
        payer = world.aPayer();
        var jdbc = new TransactionalJdbc(world.jdbc.getDataSource());
        var tokens = new PageTokens("test", Map.of("test", new byte[32]));
        requests = new JdbcPaymentRequests(jdbc, tokens);
        var msn = Long.toString(1_000_000_000L + Math.floorMod(UUID.randomUUID().hashCode(), 1_000_000_000));
        world.jdbc.update(
                "insert into sales_unit (msn, merchant_id, name, key_hash, other_key_hash, settings) values (?, ?, 'Gear', ?, ?, ?)",
                msn,
                world.merchant.value(),
                msn,
                msn + "x",
                "{\"longLiving\":\"PT1440H\"}");
        var sale = new Sale(msn, "order-0001", false);
        payment = Payment.forSale(
                world.merchant,
                Dialect.EPAYMENT,
                sale,
                new Money(24900, Currency.getInstance("DKK")),
                PaymentWorld.NOW);
        var page = tokens.first(payment.id());
        token = tokens.of(page);
        address = "from " + token.text();
        var request = new PaymentRequest(
                payment.id(),
                world.merchant,
                msn,
                sale.reference(),
                UserFlow.WEB_REDIRECT,
                Optional.of(payer.phone()).filter(phone -> named),
                named,
                PaymentWorld.NOW.plus(Duration.ofMinutes(10)),
                terms(card),
                page);
        world.inTransaction(() -> {
            world.payments.add(payment);
            return requests.add(request);
        });
        var prompts = new JdbcPaymentPrompts(jdbc);
        showPaymentPage = world.transactions(new ShowPaymentPage(
                requests,
                world.payments,
                world.merchants,
                new JdbcSalesUnits(jdbc, Clock.systemUTC()),
                new JdbcOrders(jdbc),
                prompts,
                world.businessTime,
                world.realTime));
        promptForPayment = world.transactions(new PromptForPayment(
                requests,
                world.payments,
                world.payers,
                world.prompts,
                prompts,
                world.notices,
                new PromptLimits(PER_PHONE, PER_ADDRESS),
                world.businessTime,
                world.realTime));
        payWithCard = world.transactions(new PayWithCard(requests, world.payments, world.businessTime));
        abortPayment = world.transactions(new AbortPayment(requests, world.payments, world.events, world.businessTime));
    }

    private static PaymentTerms terms(boolean card) {
        return new PaymentTerms(
                card,
                Optional.empty(),
                List.of(),
                Map.of(),
                Optional.of("https://shop.example/thanks"),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    /** A fresh form for this phone. */
    PaymentPromptRequest form(Optional<Phone> phone, String from) {
        return new PaymentPromptRequest(token, PromptId.random(), page().attempts(), phone, from);
    }

    PaymentPromptRequest form() {
        return form(Optional.of(payer.phone()), address);
    }

    PaymentPrompt prompt(PaymentPromptRequest form) {
        return promptForPayment.prompt(form);
    }

    ShownPayment page() {
        return showPaymentPage.show(new PageRequest(token, Optional.empty()));
    }

    PaymentPageState state() {
        return page().state();
    }

    PaymentPageState state(PaymentPrompt prompt) {
        return showPaymentPage
                .show(new PageRequest(token, Optional.of(prompt.id())))
                .state();
    }

    void abort() {
        abortPayment.abort(new PaymentCancel(token));
    }

    OperationId payWithCard() {
        return payWithCard.begin(
                new CardVisit(token, UUID.randomUUID(), 0, URI.create("https://pay.example/pay/x/return")));
    }

    /** The payer approves with the card in the wallet, which is on its way to the acquirer. */
    OperationId approve() {
        return world.inTransaction(() -> {
            var approved = world.payments.lock(payment.id()).orElseThrow().approvedBy(payer);
            world.payments.update(approved);
            var authorize = approved.authorizeCard();
            world.payments.add(authorize, Duration.ofSeconds(30));
            return authorize.id();
        });
    }

    /** The acquirer says this. */
    void settle(OperationId operation, Outcome outcome) {
        var fence = world.sendOperation
                .send(operation)
                .map(sent -> sent.operation().fence())
                .orElse(0L);
        world.settleOperation.settle(operation, fence, outcome);
    }

    Optional<Phone> asked() {
        return world.inTransaction(() -> requests.find(payment.id()))
                .orElseThrow()
                .phone();
    }

    int notices() {
        return world.jdbc.queryForObject(
                "select count(*) from notice where subject_id = ?",
                Integer.class,
                payment.id().value());
    }
}
