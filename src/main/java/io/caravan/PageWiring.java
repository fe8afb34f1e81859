package io.caravan;

import io.caravan.core.invoice.Invoices;
import io.caravan.core.page.PageLinks;
import io.caravan.core.page.PageTokens;
import io.caravan.core.page.Pages;
import io.caravan.store.JdbcPages;
import io.caravan.store.TransactionalJdbc;
import io.caravan.usecase.page.FindPage;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;

/** Hosted pages: their tokens, their addresses, and how they are found. */
@Configuration(proxyBeanMethods = false)
@Profile("!mocks")
class PageWiring {

    @Bean
    PageTokens pageTokens(PageProperties properties) {
        return new PageTokens(properties.keys().current(), properties.keys().keys());
    }

    @Bean
    PageLinks pageLinks(PageTokens tokens, PageProperties properties) {
        return new PageLinks(tokens, properties.baseUrl().replaceFirst("/+$", ""));
    }

    @Bean
    Pages pages(TransactionalJdbc jdbc, PageTokens tokens) {
        return new JdbcPages(jdbc, tokens);
    }

    @Bean
    FindPage findPage(Transactions transactions, Invoices invoices, Pages pages) {
        return transactions.around(new FindPage(invoices, pages));
    }
}
