package io.caravan;

import io.caravan.camel.RelayBell;
import io.caravan.core.dialect.KeptAnswers;
import io.caravan.core.event.Events;
import io.caravan.core.invoice.Batches;
import io.caravan.core.invoice.InvoiceRules;
import io.caravan.core.invoice.Invoices;
import io.caravan.core.invoice.ReceivedInvoices;
import io.caravan.core.merchant.Merchants;
import io.caravan.core.page.PageLinks;
import io.caravan.core.page.Pages;
import io.caravan.core.payer.Payers;
import io.caravan.store.JdbcBatches;
import io.caravan.store.JdbcReceivedInvoices;
import io.caravan.store.TransactionalJdbc;
import io.caravan.usecase.batch.CheckBatch;
import io.caravan.usecase.batch.CreateInvoices;
import io.caravan.usecase.batch.TakeBatches;
import java.time.Clock;
import org.apache.camel.ProducerTemplate;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Lazy;
import org.springframework.context.annotation.Profile;

/** Batches of invoices: taken whole, checked piece by piece. */
@Configuration(proxyBeanMethods = false)
@Profile("!mocks")
class BatchWiring {

    @Bean
    RelayBell batchBell(@Lazy ProducerTemplate producer) {
        return new RelayBell(producer, "seda:batch-bell");
    }

    @Bean
    Batches batches(TransactionalJdbc jdbc, Clock realTime, RelayBell batchBell) {
        return new JdbcBatches(jdbc, realTime, batchBell);
    }

    @Bean
    ReceivedInvoices receivedInvoices(TransactionalJdbc jdbc) {
        return new JdbcReceivedInvoices(jdbc);
    }

    @Bean
    CreateInvoices createInvoices(
            Transactions transactions,
            ReceivedInvoices receivedInvoices,
            Batches batches,
            KeptAnswers answers,
            InvoiceRules rules,
            Clock businessTime) {
        return transactions.around(new CreateInvoices(receivedInvoices, batches, answers, rules, businessTime));
    }

    @Bean
    TakeBatches takeBatches(Transactions transactions, Batches batches) {
        return transactions.around(new TakeBatches(batches));
    }

    @Bean
    CheckBatch checkBatch(
            Transactions transactions,
            Batches batches,
            Merchants merchants,
            Payers payers,
            Invoices invoices,
            ReceivedInvoices receivedInvoices,
            Pages pages,
            PageLinks pageLinks,
            Events events,
            InvoiceRules rules,
            Clock businessTime) {
        return transactions.around(new CheckBatch(
                batches, merchants, payers, invoices, receivedInvoices, pages, pageLinks, events, rules, businessTime));
    }
}
