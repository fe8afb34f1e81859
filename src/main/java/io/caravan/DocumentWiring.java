package io.caravan;

import io.caravan.core.invoice.Invoices;
import io.caravan.core.merchant.Merchants;
import io.caravan.core.payer.Payers;
import io.caravan.usecase.page.FindDocument;
import io.caravan.web.ApiPages;
import io.caravan.web.pdf.InvoicePdf;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;

/** What people read: invoices as PDF, and the APIs as pages. */
@Configuration(proxyBeanMethods = false)
@Profile("!mocks")
class DocumentWiring {

    @Bean
    FindDocument findDocument(Transactions transactions, Merchants merchants, Payers payers, Invoices invoices) {
        return transactions.around(new FindDocument(merchants, payers, invoices));
    }

    @Bean
    ApiPages apiPages() {
        return new ApiPages();
    }

    @Bean
    InvoicePdf invoicePdf() {
        return new InvoicePdf();
    }
}
