package io.caravan;

import io.caravan.core.event.Events;
import io.caravan.core.hold.Holds;
import io.caravan.core.invoice.Invoices;
import io.caravan.core.merchant.Merchants;
import io.caravan.core.page.FormSeal;
import io.caravan.core.page.Pages;
import io.caravan.core.page.PhoneWishes;
import io.caravan.core.partner.Partners;
import io.caravan.core.payment.BillingTerms;
import io.caravan.core.payment.Payments;
import io.caravan.core.pretransaction.PaymentChoices;
import io.caravan.core.pretransaction.PreTransactionLinks;
import io.caravan.core.pretransaction.PreTransactions;
import io.caravan.core.prompt.Prompts;
import io.caravan.store.JdbcPhoneWishes;
import io.caravan.store.TransactionalJdbc;
import io.caravan.usecase.page.BeginPhoneBill;
import io.caravan.usecase.pretransaction.FindPinCharge;
import io.caravan.web.page.PhoneForms;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;

/** How invoices are paid on phone bills from their pages. */
@Configuration(proxyBeanMethods = false)
@Profile("!mocks")
class PhonePageWiring {

    @Bean
    PhoneWishes phoneWishes(TransactionalJdbc jdbc) {
        return new JdbcPhoneWishes(jdbc);
    }

    @Bean
    PhoneForms phoneForms(PageProperties pages, Clock realTime) {
        return new PhoneForms(new FormSeal(pages.keys().current(), pages.keys().keys(), realTime));
    }

    @Bean
    FindPinCharge findPinCharge(
            Transactions transactions, Pages pages, Payments payments, PaymentChoices paymentChoices) {
        return transactions.around(new FindPinCharge(pages, payments, paymentChoices));
    }

    @Bean
    BeginPhoneBill beginPhoneBill(
            Transactions transactions,
            Pages pages,
            Merchants merchants,
            Invoices invoices,
            Payments payments,
            PaymentChoices paymentChoices,
            Prompts prompts,
            PhoneWishes phoneWishes,
            Holds holds,
            VisitProperties visits,
            BillingTerms billingTerms,
            PreTransactions preTransactions,
            Partners partners,
            PreTransactionLinks preTransactionLinks,
            Events events,
            Clock businessTime,
            Clock realTime) {
        return transactions.around(new BeginPhoneBill(
                pages,
                merchants,
                invoices,
                payments,
                paymentChoices,
                prompts,
                phoneWishes,
                holds,
                visits.phoneLimits(),
                billingTerms,
                preTransactions,
                partners,
                preTransactionLinks,
                events,
                businessTime,
                realTime));
    }
}
