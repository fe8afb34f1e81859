package io.caravan;

import io.caravan.core.callback.CallbackPlaces;
import io.caravan.core.dialect.KeptAnswers;
import io.caravan.core.event.Events;
import io.caravan.core.invoice.InvoiceRules;
import io.caravan.core.invoice.Invoices;
import io.caravan.core.merchant.Merchants;
import io.caravan.core.page.PageLinks;
import io.caravan.core.page.Pages;
import io.caravan.core.partner.Partners;
import io.caravan.core.pretransaction.PreTransactions;
import io.caravan.core.pretransaction.ReferenceLinks;
import io.caravan.dialect.mobileinvoice.MobileInvoice;
import io.caravan.store.JdbcCallbackPlaces;
import io.caravan.store.JdbcPreTransactions;
import io.caravan.store.Sealer;
import io.caravan.store.TransactionalJdbc;
import io.caravan.usecase.CreatePreTransaction;
import io.caravan.usecase.FindPartner;
import io.caravan.usecase.FindPreTransaction;
import io.caravan.usecase.FindPreTransactionByReference;
import io.caravan.usecase.ListPreTransactions;
import java.time.Clock;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
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
    MobileInvoice mobileInvoice(@Value("${caravan.public-url}") String publicUrl, ReferenceLinks referenceLinks) {
        return new MobileInvoice(publicUrl.replaceFirst("/+$", ""), referenceLinks);
    }

    @Bean
    PreTransactions preTransactions(TransactionalJdbc jdbc) {
        return new JdbcPreTransactions(jdbc);
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
    CreatePreTransaction createPreTransaction(
            Transactions transactions,
            Merchants merchants,
            Invoices invoices,
            Pages pages,
            PageLinks pageLinks,
            PreTransactions preTransactions,
            ReferenceLinks referenceLinks,
            CallbackPlaces callbackPlaces,
            Events events,
            KeptAnswers answers,
            InvoiceRules rules,
            Clock businessTime) {
        return transactions.around(new CreatePreTransaction(
                merchants,
                invoices,
                pages,
                pageLinks,
                preTransactions,
                referenceLinks,
                callbackPlaces,
                events,
                answers,
                rules,
                businessTime));
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
