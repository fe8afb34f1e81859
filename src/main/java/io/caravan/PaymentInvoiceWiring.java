package io.caravan;

import io.caravan.channel.callback.CallbackClient;
import io.caravan.core.access.AccountKeys;
import io.caravan.core.callback.CallbackForm;
import io.caravan.core.callback.CallbackPlaces;
import io.caravan.core.callback.Endpoints;
import io.caravan.core.event.Events;
import io.caravan.core.payment.Payments;
import io.caravan.core.paymentinvoice.PaymentInvoiceRules;
import io.caravan.core.paymentinvoice.PaymentInvoices;
import io.caravan.core.paymentinvoice.Refunds;
import io.caravan.core.paymentinvoice.Services;
import io.caravan.store.JdbcAccountKeys;
import io.caravan.store.JdbcConfirmationTries;
import io.caravan.store.JdbcPaymentInvoices;
import io.caravan.store.JdbcRefunds;
import io.caravan.store.JdbcServices;
import io.caravan.store.Sealer;
import io.caravan.store.TransactionalJdbc;
import io.caravan.usecase.bank.FindBankQuestion;
import io.caravan.usecase.paymentinvoice.CheckCallbackUrl;
import io.caravan.usecase.paymentinvoice.ConfirmPaymentInvoice;
import io.caravan.usecase.paymentinvoice.CountConfirmation;
import io.caravan.usecase.paymentinvoice.CreatePaymentInvoice;
import io.caravan.usecase.paymentinvoice.FindPaymentInvoice;
import io.caravan.usecase.paymentinvoice.FindRefund;
import io.caravan.usecase.paymentinvoice.FindReplay;
import io.caravan.usecase.paymentinvoice.FindRequisites;
import io.caravan.usecase.paymentinvoice.ListPaymentInvoices;
import io.caravan.usecase.paymentinvoice.RequestRefund;
import io.caravan.usecase.paymentinvoice.StoreRequisites;
import io.caravan.usecase.paymentinvoice.TellOfPayment;
import io.caravan.web.ConfirmationLimits;
import io.caravan.web.code.CodeImages;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;

/** Payment invoices: what merchants ask for, and payers confirm. */
@Configuration(proxyBeanMethods = false)
@Profile("!mocks")
class PaymentInvoiceWiring {

    @Bean
    Services services(TransactionalJdbc jdbc) {
        return new JdbcServices(jdbc);
    }

    @Bean
    PaymentInvoices paymentInvoiceStore(TransactionalJdbc jdbc, Clock businessTime, Clock realTime) {
        return new JdbcPaymentInvoices(jdbc, businessTime, realTime);
    }

    @Bean
    Refunds refunds(TransactionalJdbc jdbc) {
        return new JdbcRefunds(jdbc);
    }

    @Bean
    AccountKeys accountKeys(TransactionalJdbc jdbc, Sealer sealer, Clock realTime) {
        return new JdbcAccountKeys(jdbc, sealer, realTime);
    }

    @Bean
    PaymentInvoiceRules paymentInvoiceRules(PaymentInvoiceProperties properties) {
        return new PaymentInvoiceRules(properties.life());
    }

    @Bean
    ConfirmationLimits confirmationLimits(
            Transactions transactions, TransactionalJdbc jdbc, PaymentInvoiceProperties properties, Clock realTime) {
        var count = transactions.around(
                new CountConfirmation(new JdbcConfirmationTries(jdbc, realTime), properties.confirmationsPerHour()));
        return new ConfirmationLimits(count::count);
    }

    @Bean
    CheckCallbackUrl checkCallbackUrl(
            CallbackClient callbackClient, Transactions transactions, PaymentInvoices invoices) {
        return new CheckCallbackUrl(callbackClient.urls(), transactions.around(new FindReplay(invoices)));
    }

    @Bean
    CreatePaymentInvoice createPaymentInvoice(
            Transactions transactions,
            Services services,
            PaymentInvoices invoices,
            Payments payments,
            Events events,
            CallbackPlaces places,
            PaymentInvoiceRules rules,
            Clock businessTime) {
        return transactions.around(
                new CreatePaymentInvoice(services, invoices, payments, events, places, rules, businessTime));
    }

    @Bean
    FindBankQuestion findBankQuestion(
            Transactions transactions, Services services, PaymentInvoices invoices, Payments payments) {
        return transactions.around(new FindBankQuestion(services, invoices, payments));
    }

    @Bean
    StoreRequisites storeRequisites(
            Transactions transactions, PaymentInvoices invoices, Payments payments, Events events, Clock businessTime) {
        return transactions.around(new StoreRequisites(invoices, payments, events, businessTime));
    }

    @Bean
    FindPaymentInvoice findPaymentInvoice(
            Transactions transactions,
            PaymentInvoices invoices,
            Services services,
            Payments payments,
            Events events,
            Refunds refunds,
            Endpoints endpoints) {
        return transactions.around(new FindPaymentInvoice(invoices, services, payments, events, refunds, endpoints));
    }

    @Bean
    FindRequisites findRequisites(Transactions transactions, PaymentInvoices invoices) {
        return transactions.around(new FindRequisites(invoices));
    }

    @Bean
    CodeImages codeImages() {
        return new CodeImages();
    }

    @Bean
    ListPaymentInvoices listPaymentInvoices(
            Transactions transactions,
            PaymentInvoices invoices,
            Services services,
            Payments payments,
            Events events,
            Refunds refunds,
            Endpoints endpoints) {
        return transactions.around(new ListPaymentInvoices(invoices, services, payments, events, refunds, endpoints));
    }

    @Bean
    ConfirmPaymentInvoice confirmPaymentInvoice(
            Transactions transactions,
            PaymentInvoices invoices,
            Services services,
            Payments payments,
            Events events,
            Refunds refunds,
            Endpoints endpoints,
            Clock businessTime,
            Clock realTime) {
        return transactions.around(new ConfirmPaymentInvoice(
                invoices, services, payments, events, refunds, endpoints, businessTime, realTime));
    }

    @Bean
    RequestRefund requestRefund(
            Transactions transactions,
            PaymentInvoices invoices,
            Payments payments,
            Refunds refunds,
            Clock businessTime) {
        return transactions.around(new RequestRefund(invoices, payments, refunds, businessTime));
    }

    @Bean
    FindRefund findRefund(Transactions transactions, Refunds refunds) {
        return transactions.around(new FindRefund(refunds));
    }

    /** Asked within the transaction that takes a delivery. */
    @Bean
    CallbackForm paymentInvoiceCallbacks(
            io.caravan.dialect.paymentinvoices.PaymentInvoices dialect,
            PaymentInvoices invoices,
            Services services,
            Payments payments,
            Events events,
            Refunds refunds,
            Endpoints endpoints,
            AccountKeys accountKeys) {
        var tell = new TellOfPayment(invoices, services, payments, events, refunds, endpoints);
        return dialect.callbacks(tell::tell, accountKeys);
    }
}
