package io.caravan;

import io.caravan.core.event.Events;
import io.caravan.core.merchant.Merchants;
import io.caravan.core.notice.Notices;
import io.caravan.core.order.OrderImages;
import io.caravan.core.order.Orders;
import io.caravan.core.page.FormSeal;
import io.caravan.core.payer.Payers;
import io.caravan.core.payment.Payments;
import io.caravan.core.paymentrequest.PaymentRequests;
import io.caravan.core.prompt.PaymentPrompts;
import io.caravan.core.prompt.Prompts;
import io.caravan.core.salesunit.SalesUnits;
import io.caravan.store.JdbcPaymentPrompts;
import io.caravan.store.TransactionalJdbc;
import io.caravan.usecase.page.AbortPayment;
import io.caravan.usecase.page.FindCardVisit;
import io.caravan.usecase.page.FindLinkImage;
import io.caravan.usecase.page.PayWithCard;
import io.caravan.usecase.page.PromptForPayment;
import io.caravan.usecase.page.ShowPaymentPage;
import io.caravan.web.page.Drawing;
import io.caravan.web.page.Guesses;
import io.caravan.web.page.Onward;
import io.caravan.web.page.PageDoor;
import io.caravan.web.page.PaymentPages;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;

/** The page of a payment, and what is asked for on it. */
@Configuration(proxyBeanMethods = false)
@Profile("!mocks")
class PaymentPageWiring {

    @Bean
    PaymentPrompts paymentPrompts(TransactionalJdbc jdbc) {
        return new JdbcPaymentPrompts(jdbc);
    }

    @Bean
    ShowPaymentPage showPaymentPage(
            Transactions transactions,
            PaymentRequests paymentRequests,
            Payments payments,
            Merchants merchants,
            SalesUnits salesUnits,
            Orders orders,
            PaymentPrompts paymentPrompts,
            Clock businessTime,
            Clock realTime) {
        return transactions.around(new ShowPaymentPage(
                paymentRequests, payments, merchants, salesUnits, orders, paymentPrompts, businessTime, realTime));
    }

    @Bean
    FindLinkImage findLinkImage(
            Transactions transactions, PaymentRequests paymentRequests, Orders orders, OrderImages orderImages) {
        return transactions.around(new FindLinkImage(paymentRequests, orders, orderImages));
    }

    @Bean
    PromptForPayment promptForPayment(
            Transactions transactions,
            PaymentRequests paymentRequests,
            Payments payments,
            Payers payers,
            Prompts prompts,
            PaymentPrompts paymentPrompts,
            Notices notices,
            VisitProperties properties,
            Clock businessTime,
            Clock realTime) {
        return transactions.around(new PromptForPayment(
                paymentRequests,
                payments,
                payers,
                prompts,
                paymentPrompts,
                notices,
                properties.limits(),
                businessTime,
                realTime));
    }

    @Bean
    PayWithCard payWithCard(
            Transactions transactions, PaymentRequests paymentRequests, Payments payments, Clock businessTime) {
        return transactions.around(new PayWithCard(paymentRequests, payments, businessTime));
    }

    @Bean
    FindCardVisit findCardVisit(Transactions transactions, PaymentRequests paymentRequests, Payments payments) {
        return transactions.around(new FindCardVisit(paymentRequests, payments));
    }

    @Bean
    AbortPayment abortPayment(
            Transactions transactions,
            PaymentRequests paymentRequests,
            Payments payments,
            Events events,
            Clock businessTime) {
        return transactions.around(new AbortPayment(paymentRequests, payments, events, businessTime));
    }

    @Bean
    PageDoor paymentPageDoor(Drawing drawing) {
        return PageDoor.ofPayments(drawing);
    }

    @Bean
    PaymentPages paymentPages(Drawing drawing, Guesses guesses, Onward onward, PageProperties pages, Clock realTime) {
        var keys = pages.keys();
        return new PaymentPages(
                drawing,
                guesses,
                new FormSeal(keys.current(), keys.keys(), realTime),
                onward,
                pages.baseUrl().replaceFirst("/+$", ""));
    }
}
