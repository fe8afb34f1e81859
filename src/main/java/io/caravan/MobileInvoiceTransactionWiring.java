package io.caravan;

import io.caravan.core.callback.Endpoints;
import io.caravan.core.dialect.KeptAnswers;
import io.caravan.core.event.Events;
import io.caravan.core.invoice.Invoices;
import io.caravan.core.merchant.Merchants;
import io.caravan.core.page.PageLinks;
import io.caravan.core.page.Pages;
import io.caravan.core.partner.Partners;
import io.caravan.core.payer.Payers;
import io.caravan.core.payment.BillingTerms;
import io.caravan.core.payment.Payments;
import io.caravan.core.pretransaction.PaymentChoices;
import io.caravan.core.pretransaction.PreTransactionLinks;
import io.caravan.core.pretransaction.PreTransactions;
import io.caravan.usecase.callback.FindWebhook;
import io.caravan.usecase.callback.RemoveWebhook;
import io.caravan.usecase.page.BeginCardPayment;
import io.caravan.usecase.pretransaction.FindBegunTransaction;
import io.caravan.usecase.pretransaction.FindCardSession;
import io.caravan.usecase.pretransaction.FindLanding;
import io.caravan.usecase.pretransaction.FindOwnCharge;
import io.caravan.usecase.pretransaction.FindPartnerTransaction;
import io.caravan.usecase.pretransaction.FindTransaction;
import io.caravan.usecase.pretransaction.FindTransactionByReference;
import io.caravan.usecase.pretransaction.ListTransactions;
import io.caravan.usecase.pretransaction.NewPreTransactions;
import io.caravan.usecase.pretransaction.NoteAccess;
import io.caravan.usecase.pretransaction.StartTransaction;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;

/** Transactions of the Mobile Invoice API: how they begin, on pages and at once, and how they are looked at. */
@Configuration(proxyBeanMethods = false)
@Profile("!mocks")
class MobileInvoiceTransactionWiring {

    @Bean
    FindPartnerTransaction findPartnerTransaction(
            Transactions transactions,
            PreTransactions preTransactions,
            Partners partners,
            Payments payments,
            PaymentChoices paymentChoices,
            Events events) {
        return transactions.around(
                new FindPartnerTransaction(preTransactions, partners, payments, paymentChoices, events));
    }

    @Bean
    FindTransaction findTransaction(Transactions transactions, FindPartnerTransaction findPartnerTransaction) {
        return transactions.around(new FindTransaction(findPartnerTransaction));
    }

    @Bean
    FindOwnCharge findOwnCharge(Transactions transactions, FindTransaction findTransaction) {
        return transactions.around(new FindOwnCharge(findTransaction));
    }

    @Bean
    FindTransactionByReference findTransactionByReference(
            Transactions transactions, PaymentChoices paymentChoices, FindPartnerTransaction findPartnerTransaction) {
        return transactions.around(new FindTransactionByReference(paymentChoices, findPartnerTransaction));
    }

    @Bean
    ListTransactions listTransactions(
            Transactions transactions, PaymentChoices paymentChoices, FindPartnerTransaction findPartnerTransaction) {
        return transactions.around(new ListTransactions(paymentChoices, findPartnerTransaction));
    }

    @Bean
    FindBegunTransaction findBegunTransaction(
            Transactions transactions, Payments payments, FindPartnerTransaction findPartnerTransaction) {
        return transactions.around(new FindBegunTransaction(payments, findPartnerTransaction));
    }

    @Bean
    FindLanding findLanding(Transactions transactions, PreTransactions preTransactions, Pages pages) {
        return transactions.around(new FindLanding(preTransactions, pages));
    }

    @Bean
    NoteAccess noteAccess(
            Transactions transactions,
            Pages pages,
            PreTransactions preTransactions,
            Events events,
            Clock businessTime) {
        return transactions.around(new NoteAccess(pages, preTransactions, events, businessTime));
    }

    @Bean
    FindCardSession findCardSession(Transactions transactions, PaymentChoices paymentChoices, Payments payments) {
        return transactions.around(new FindCardSession(paymentChoices, payments));
    }

    @Bean
    FindWebhook findWebhook(Transactions transactions, Endpoints endpoints) {
        return transactions.around(new FindWebhook(endpoints));
    }

    @Bean
    RemoveWebhook removeWebhook(Transactions transactions, Endpoints endpoints) {
        return transactions.around(new RemoveWebhook(endpoints));
    }

    @Bean
    BeginCardPayment beginCardPayment(
            Transactions transactions,
            Pages pages,
            Merchants merchants,
            Payers payers,
            Invoices invoices,
            Payments payments,
            PaymentChoices paymentChoices,
            PreTransactions preTransactions,
            Partners partners,
            PreTransactionLinks preTransactionLinks,
            Events events,
            Clock businessTime) {
        return transactions.around(new BeginCardPayment(
                pages,
                merchants,
                payers,
                invoices,
                payments,
                paymentChoices,
                preTransactions,
                partners,
                preTransactionLinks,
                events,
                businessTime));
    }

    @Bean
    StartTransaction startTransaction(
            Transactions transactions,
            NewPreTransactions newPreTransactions,
            Merchants merchants,
            Payers payers,
            Invoices invoices,
            Payments payments,
            PaymentChoices paymentChoices,
            PageLinks pageLinks,
            Events events,
            KeptAnswers answers,
            BillingTerms billingTerms,
            Clock businessTime,
            Clock realTime) {
        return transactions.around(new StartTransaction(
                newPreTransactions,
                merchants,
                payers,
                invoices,
                payments,
                paymentChoices,
                pageLinks,
                events,
                answers,
                billingTerms,
                businessTime,
                realTime));
    }
}
