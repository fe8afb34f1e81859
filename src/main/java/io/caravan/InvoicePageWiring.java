package io.caravan;

import com.github.benmanes.caffeine.cache.Ticker;
import io.caravan.core.event.Events;
import io.caravan.core.invoice.Invoices;
import io.caravan.core.merchant.Logos;
import io.caravan.core.merchant.Merchants;
import io.caravan.core.notice.Notices;
import io.caravan.core.page.FormSeal;
import io.caravan.core.page.Pages;
import io.caravan.core.page.PhoneWishes;
import io.caravan.core.partner.Partners;
import io.caravan.core.payer.Payers;
import io.caravan.core.payment.BillingTerms;
import io.caravan.core.payment.Payments;
import io.caravan.core.pretransaction.OfferedChannels;
import io.caravan.core.pretransaction.PaymentChoices;
import io.caravan.core.pretransaction.PreTransactionLinks;
import io.caravan.core.pretransaction.PreTransactions;
import io.caravan.core.prompt.Prompts;
import io.caravan.core.schedule.Schedules;
import io.caravan.store.JdbcLogos;
import io.caravan.store.JdbcPrompts;
import io.caravan.store.TransactionalJdbc;
import io.caravan.usecase.page.FindLogo;
import io.caravan.usecase.page.NoteAcceptance;
import io.caravan.usecase.page.NoteRejection;
import io.caravan.usecase.page.PromptPayer;
import io.caravan.usecase.page.PurgePrompts;
import io.caravan.usecase.page.PutLogo;
import io.caravan.usecase.page.ShowInvoicePage;
import io.caravan.web.page.Assets;
import io.caravan.web.page.CardForms;
import io.caravan.web.page.Drawing;
import io.caravan.web.page.Guesses;
import io.caravan.web.page.InvoicePages;
import io.caravan.web.page.LogoImages;
import io.caravan.web.page.Onward;
import io.caravan.web.page.PageDoor;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;

/** The page of an invoice, what is asked for on it, and the logo that stands there. */
@Configuration(proxyBeanMethods = false)
@Profile("!mocks")
class InvoicePageWiring {

    @Bean
    Prompts prompts(TransactionalJdbc jdbc) {
        return new JdbcPrompts(jdbc);
    }

    @Bean
    ShowInvoicePage showInvoicePage(
            Transactions transactions,
            Pages pages,
            Merchants merchants,
            Invoices invoices,
            Schedules schedules,
            Payments payments,
            Prompts prompts,
            Events events,
            PreTransactions preTransactions,
            Partners partners,
            PaymentChoices paymentChoices,
            BillingTerms billingTerms,
            PreTransactionLinks preTransactionLinks,
            Clock businessTime,
            Clock realTime) {
        return transactions.around(new ShowInvoicePage(
                pages,
                merchants,
                invoices,
                schedules,
                payments,
                prompts,
                events,
                preTransactions,
                partners,
                paymentChoices,
                billingTerms,
                preTransactionLinks,
                businessTime,
                realTime));
    }

    @Bean
    PromptPayer promptPayer(
            Transactions transactions,
            Pages pages,
            Merchants merchants,
            Payers payers,
            OfferedChannels offeredChannels,
            Invoices invoices,
            Prompts prompts,
            Notices notices,
            VisitProperties properties,
            Clock businessTime,
            Clock realTime) {
        return transactions.around(new PromptPayer(
                pages,
                merchants,
                payers,
                offeredChannels,
                invoices,
                prompts,
                notices,
                properties.limits(),
                businessTime,
                realTime));
    }

    @Bean
    NoteAcceptance noteAcceptance(Transactions transactions, Prompts prompts, Clock realTime) {
        return transactions.around(new NoteAcceptance(prompts, realTime));
    }

    @Bean
    NoteRejection noteRejection(Transactions transactions, Prompts prompts, Clock realTime) {
        return transactions.around(new NoteRejection(prompts, realTime));
    }

    @Bean
    PurgePrompts purgePrompts(
            Transactions transactions,
            Prompts prompts,
            PhoneWishes phoneWishes,
            VisitProperties properties,
            Clock realTime) {
        return transactions.around(new PurgePrompts(prompts, phoneWishes, properties.forgetAfter(), realTime));
    }

    @Bean
    Assets pageAssets() {
        return new Assets();
    }

    @Bean
    Drawing drawing(Assets assets) {
        return new Drawing(assets);
    }

    @Bean
    PageDoor pageDoor(Drawing drawing) {
        return PageDoor.ofInvoices(drawing);
    }

    @Bean
    Guesses pageGuesses(VisitProperties prompts, Ticker ticker) {
        return new Guesses(prompts.guesses(), ticker);
    }

    @Bean
    Onward onward(PageProperties pages) {
        return new Onward(pages.leadsOnAfter());
    }

    @Bean
    InvoicePages invoicePages(Drawing drawing, Guesses guesses, Onward onward, PageProperties pages, Clock realTime) {
        var seal = new FormSeal(pages.keys().current(), pages.keys().keys(), realTime);
        return new InvoicePages(drawing, guesses, seal, onward);
    }

    @Bean
    CardForms cardForms(Drawing drawing, PageProperties pages, Clock realTime) {
        return new CardForms(
                new FormSeal(pages.keys().current(), pages.keys().keys(), realTime),
                drawing,
                pages.baseUrl().replaceFirst("/+$", ""));
    }

    @Bean
    Logos logos(TransactionalJdbc jdbc) {
        return new JdbcLogos(jdbc);
    }

    @Bean
    FindLogo findLogo(Transactions transactions, Logos logos) {
        return transactions.around(new FindLogo(logos));
    }

    @Bean
    LogoImages logoImages() {
        return new LogoImages();
    }

    @Bean
    LogoFolder logoFolder(Transactions transactions, Logos logos, VisitProperties properties) {
        return new LogoFolder(properties.logos(), transactions.around(new PutLogo(logos)));
    }
}
