package io.caravan;

import io.caravan.camel.PreTransactionImports;
import io.caravan.channel.callback.CallbackClient;
import io.caravan.core.callback.CallbackForm;
import io.caravan.core.callback.CallbackPlaces;
import io.caravan.core.dialect.KeptAnswers;
import io.caravan.core.event.Events;
import io.caravan.core.invoice.InvoiceRules;
import io.caravan.core.invoice.Invoices;
import io.caravan.core.merchant.Merchants;
import io.caravan.core.notice.Notices;
import io.caravan.core.page.PageLinks;
import io.caravan.core.page.Pages;
import io.caravan.core.partner.Partners;
import io.caravan.core.payment.BillingTerms;
import io.caravan.core.payment.Payments;
import io.caravan.core.pretransaction.OfferedChannels;
import io.caravan.core.pretransaction.PaymentChoices;
import io.caravan.core.pretransaction.PreTransactionLinks;
import io.caravan.core.pretransaction.PreTransactions;
import io.caravan.core.pretransaction.ReferenceLinks;
import io.caravan.core.sms.SmsWords;
import io.caravan.dialect.mobileinvoice.MobileInvoice;
import io.caravan.store.JdbcCallbackPlaces;
import io.caravan.store.JdbcPaymentChoices;
import io.caravan.store.JdbcPreTransactions;
import io.caravan.store.Sealer;
import io.caravan.store.TransactionalJdbc;
import io.caravan.usecase.pretransaction.CheckCallbacks;
import io.caravan.usecase.pretransaction.CreatePreTransaction;
import io.caravan.usecase.pretransaction.FindAnswered;
import io.caravan.usecase.pretransaction.FindPaidTransaction;
import io.caravan.usecase.pretransaction.FindPartner;
import io.caravan.usecase.pretransaction.FindPartnerTransaction;
import io.caravan.usecase.pretransaction.FindPreTransaction;
import io.caravan.usecase.pretransaction.FindPreTransactionByReference;
import io.caravan.usecase.pretransaction.ImportPreTransactions;
import io.caravan.usecase.pretransaction.ListPreTransactions;
import io.caravan.usecase.pretransaction.NewPreTransactions;
import java.time.Clock;
import java.util.Optional;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Lazy;
import org.springframework.context.annotation.Profile;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;

/** The Mobile Invoice API and what it does. */
@Configuration(proxyBeanMethods = false)
@Profile("!mocks")
class MobileInvoiceWiring {

    @Bean
    ReferenceLinks referenceLinks(PageProperties pages) {
        return new ReferenceLinks(pages.keys().keys().get(pages.keys().current()));
    }

    /** After what covers a part of /api. */
    @Bean
    @Order(Ordered.LOWEST_PRECEDENCE)
    MobileInvoice mobileInvoice(
            PreTransactionLinks preTransactionLinks, ReferenceLinks referenceLinks, PageLinks pageLinks) {
        return new MobileInvoice(preTransactionLinks, referenceLinks, pageLinks);
    }

    @Bean
    PreTransactionLinks preTransactionLinks(@Value("${caravan.public-url}") String publicUrl) {
        return new PreTransactionLinks(publicUrl.replaceFirst("/+$", ""));
    }

    /** Asked within the transactions of whoever asks for words. */
    @Bean
    CallbackForm mobileInvoiceCallbacks(
            MobileInvoice mobileInvoice,
            @Lazy PreTransactions preTransactions,
            @Lazy Partners partners,
            @Lazy Payments payments,
            @Lazy PaymentChoices paymentChoices,
            @Lazy Events events) {
        return mobileInvoice.callbacks(
                preTransactions::find,
                id -> new FindPartnerTransaction(preTransactions, partners, payments, paymentChoices, events).find(id));
    }

    @Bean
    SmsWords mobileInvoiceSms(
            MobileInvoice mobileInvoice,
            PreTransactions preTransactions,
            Partners partners,
            Payments payments,
            PaymentChoices paymentChoices,
            Events events) {
        var transactions = new FindPartnerTransaction(preTransactions, partners, payments, paymentChoices, events);
        return mobileInvoice.sms(preTransactions::find, new FindPaidTransaction(events, transactions)::find);
    }

    @Bean
    PaymentChoices paymentChoices(TransactionalJdbc jdbc) {
        return new JdbcPaymentChoices(jdbc);
    }

    @Bean
    PreTransactions preTransactions(TransactionalJdbc jdbc) {
        return new JdbcPreTransactions(jdbc);
    }

    @Bean
    OfferedChannels offeredChannels(PreTransactions preTransactions, Partners partners) {
        return new OfferedChannels(preTransactions, partners);
    }

    @Bean
    CallbackPlaces callbackPlaces(TransactionalJdbc jdbc, Sealer sealer) {
        return new JdbcCallbackPlaces(jdbc, sealer);
    }

    @Bean
    FindPartner findPartner(Transactions transactions, Partners partners) {
        return transactions.around(new FindPartner(partners));
    }

    @Bean
    NewPreTransactions newPreTransactions(
            Merchants merchants,
            Invoices invoices,
            Pages pages,
            PageLinks pageLinks,
            PreTransactions preTransactions,
            ReferenceLinks referenceLinks,
            CallbackPlaces callbackPlaces,
            Notices notices,
            Events events,
            InvoiceRules rules,
            BillingTerms billingTerms,
            Clock businessTime) {
        return new NewPreTransactions(
                merchants,
                invoices,
                pages,
                pageLinks,
                preTransactions,
                referenceLinks,
                callbackPlaces,
                notices,
                events,
                rules,
                billingTerms,
                businessTime);
    }

    @Bean
    CreatePreTransaction createPreTransaction(
            Transactions transactions, NewPreTransactions newPreTransactions, KeptAnswers answers) {
        return transactions.around(new CreatePreTransaction(newPreTransactions, answers));
    }

    @Bean
    CheckCallbacks checkCallbacks(CallbackClient callbackClient, Transactions transactions, KeptAnswers answers) {
        return new CheckCallbacks(callbackClient.urls(), transactions.around(new FindAnswered(answers)));
    }

    @Bean
    PreTransactionImports preTransactionImports(
            CheckCallbacks checkCallbacks,
            Transactions transactions,
            NewPreTransactions newPreTransactions,
            PreTransactions preTransactions,
            KeptAnswers answers) {
        return new PreTransactionImports(
                transactions.around(new ImportPreTransactions(newPreTransactions, preTransactions, answers)),
                (merchant, terms) -> checkCallbacks.check(merchant, Optional.empty(), terms));
    }

    @Bean
    FindPreTransaction findPreTransaction(Transactions transactions, PreTransactions preTransactions) {
        return transactions.around(new FindPreTransaction(preTransactions));
    }

    @Bean
    FindPreTransactionByReference findPreTransactionByReference(
            Transactions transactions, PreTransactions preTransactions) {
        return transactions.around(new FindPreTransactionByReference(preTransactions));
    }

    @Bean
    ListPreTransactions listPreTransactions(Transactions transactions, PreTransactions preTransactions) {
        return transactions.around(new ListPreTransactions(preTransactions));
    }
}
