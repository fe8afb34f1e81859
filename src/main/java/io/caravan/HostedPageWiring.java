package io.caravan;

import io.caravan.core.access.CheckoutKeys;
import io.caravan.core.access.CommerceAccounts;
import io.caravan.core.event.Events;
import io.caravan.core.merchant.Merchants;
import io.caravan.core.payment.Payments;
import io.caravan.core.paymentinvoice.PaymentInvoices;
import io.caravan.core.paymentinvoice.Services;
import io.caravan.store.JdbcCheckoutKeys;
import io.caravan.store.TransactionalJdbc;
import io.caravan.usecase.page.ChooseService;
import io.caravan.usecase.page.FindCheckout;
import io.caravan.usecase.page.FindHostedCardVisit;
import io.caravan.usecase.page.PayHostedByCard;
import io.caravan.usecase.page.ShowHostedPage;
import io.caravan.web.CheckoutLimits;
import io.caravan.web.Throttle;
import io.caravan.web.page.Drawing;
import io.caravan.web.page.Guesses;
import io.caravan.web.page.HostedPages;
import io.caravan.web.page.Onward;
import io.caravan.web.page.PageDoor;
import java.time.Clock;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;

/** The page of a payment invoice, and the links of shops that lead there. */
@Configuration(proxyBeanMethods = false)
@Profile("!mocks")
class HostedPageWiring {

    private static final Duration HOUR = Duration.ofHours(1);

    @Bean
    CheckoutKeys checkoutKeys(TransactionalJdbc jdbc) {
        return new JdbcCheckoutKeys(jdbc);
    }

    @Bean
    FindCheckout findCheckout(
            Transactions transactions, CheckoutKeys checkoutKeys, CommerceAccounts accounts, Merchants merchants) {
        return transactions.around(new FindCheckout(checkoutKeys, accounts, merchants));
    }

    @Bean
    CheckoutLimits checkoutLimits(PaymentInvoiceProperties properties) {
        return perAddress(properties);
    }

    @Bean
    CheckoutLimits hostedCardLimits(PaymentInvoiceProperties properties) {
        return perAddress(properties);
    }

    private static CheckoutLimits perAddress(PaymentInvoiceProperties properties) {
        int times = properties.checkoutsPerAddress();
        return new CheckoutLimits(new Throttle(times, HOUR, times, System::nanoTime));
    }

    @Bean
    ShowHostedPage showHostedPage(
            Transactions transactions,
            PaymentInvoices invoices,
            Services services,
            Payments payments,
            Merchants merchants,
            Clock businessTime) {
        return transactions.around(new ShowHostedPage(invoices, services, payments, merchants, businessTime));
    }

    @Bean
    ChooseService chooseService(
            Transactions transactions,
            PaymentInvoices invoices,
            Services services,
            Payments payments,
            Events events,
            Clock businessTime) {
        return transactions.around(new ChooseService(invoices, services, payments, events, businessTime));
    }

    @Bean
    PayHostedByCard payHostedByCard(
            Transactions transactions, PaymentInvoices invoices, Payments payments, Clock businessTime) {
        return transactions.around(new PayHostedByCard(invoices, payments, businessTime));
    }

    @Bean
    FindHostedCardVisit findHostedCardVisit(Transactions transactions, PaymentInvoices invoices, Payments payments) {
        return transactions.around(new FindHostedCardVisit(invoices, payments));
    }

    @Bean
    HostedPages hostedPages(Drawing drawing, Guesses guesses, Onward onward, PageProperties pages) {
        return new HostedPages(drawing, guesses, onward, pages.baseUrl().replaceFirst("/+$", ""));
    }

    @Bean
    PageDoor hostedPageDoor(Drawing drawing) {
        return PageDoor.ofPaymentInvoices(drawing);
    }
}
