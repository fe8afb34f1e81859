package io.caravan;

import io.caravan.core.dialect.KeptAnswers;
import io.caravan.core.event.Events;
import io.caravan.core.invoice.InvoiceRules;
import io.caravan.core.invoice.Invoices;
import io.caravan.core.invoice.NewInvoices;
import io.caravan.core.merchant.Merchants;
import io.caravan.core.page.PageLinks;
import io.caravan.core.page.Pages;
import io.caravan.core.payer.Payers;
import io.caravan.usecase.invoice.CancelInvoice;
import io.caravan.usecase.invoice.CreateInvoice;
import io.caravan.usecase.invoice.FindInvoice;
import io.caravan.usecase.invoice.FindInvoiceStatus;
import io.caravan.usecase.invoice.ListIssuers;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;

/** The rules and the use cases, under the names by which routes call them. */
@Configuration(proxyBeanMethods = false)
@Profile("!mocks")
class Wiring {

    /** Business time: due dates, schedules, retries. Tests and the sandbox move it ({@link ClockWiring}). */
    @Bean
    @Profile("!sandbox")
    Clock businessTime() {
        return Clock.systemUTC();
    }

    /** Real time: tokens, leases, signatures. */
    @Bean
    Clock realTime() {
        return Clock.systemUTC();
    }

    @Bean
    InvoiceRules invoiceRules(CaravanProperties properties) {
        return new InvoiceRules(properties.invoices().limits());
    }

    @Bean
    CreateInvoice createInvoice(
            Transactions transactions,
            Merchants merchants,
            Payers payers,
            NewInvoices newInvoices,
            Pages pages,
            PageLinks pageLinks,
            KeptAnswers answers,
            InvoiceRules rules,
            Clock businessTime) {
        return transactions.around(
                new CreateInvoice(merchants, payers, newInvoices, pages, pageLinks, answers, rules, businessTime));
    }

    @Bean
    FindInvoice findInvoice(Transactions transactions, Invoices invoices, Merchants merchants, Events events) {
        return transactions.around(new FindInvoice(invoices, merchants, events));
    }

    @Bean
    FindInvoiceStatus findInvoiceStatus(Transactions transactions, Invoices invoices) {
        return transactions.around(new FindInvoiceStatus(invoices));
    }

    @Bean
    CancelInvoice cancelInvoice(Transactions transactions, Invoices invoices, Events events, Clock businessTime) {
        return transactions.around(new CancelInvoice(invoices, events, businessTime));
    }

    @Bean
    ListIssuers listIssuers(Transactions transactions, Merchants merchants) {
        return transactions.around(new ListIssuers(merchants));
    }
}
