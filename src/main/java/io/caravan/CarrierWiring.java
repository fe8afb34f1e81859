package io.caravan;

import io.caravan.camel.OneAttempt;
import io.caravan.channel.Carrier;
import io.caravan.channel.CarrierAccount;
import io.caravan.channel.CarrierLists;
import io.caravan.channel.CarrierWebhooks;
import io.caravan.channel.WebhookSignature;
import io.caravan.core.event.Events;
import io.caravan.core.hold.Holds;
import io.caravan.core.invoice.Invoices;
import io.caravan.core.merchant.Merchants;
import io.caravan.core.payment.BillingTerms;
import io.caravan.core.payment.Payments;
import io.caravan.usecase.pretransaction.FindBilling;
import io.caravan.usecase.pretransaction.PreparePin;
import io.caravan.usecase.pretransaction.ShowBilling;
import io.caravan.usecase.pretransaction.StartBilling;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;

/** How invoices are paid on phone bills. */
@Configuration(proxyBeanMethods = false)
@Profile("!mocks")
class CarrierWiring {

    @Bean
    BillingTerms billingTerms(CarrierProperties carrier) {
        return new BillingTerms(carrier.currencies(), carrier.asksPerHour());
    }

    @Bean
    StartBilling startBilling(
            Transactions transactions,
            Merchants merchants,
            Invoices invoices,
            Payments payments,
            Events events,
            BillingTerms terms,
            Clock businessTime,
            Clock realTime) {
        return transactions.around(
                new StartBilling(merchants, invoices, payments, events, terms, businessTime, realTime));
    }

    @Bean
    PreparePin preparePin(Transactions transactions, Payments payments, Holds holds) {
        return transactions.around(new PreparePin(payments, holds));
    }

    @Bean
    ShowBilling showBilling(Transactions transactions, Payments payments) {
        return transactions.around(new ShowBilling(payments));
    }

    @Bean
    FindBilling findBilling(Transactions transactions, Invoices invoices, Payments payments) {
        return transactions.around(new FindBilling(invoices, payments));
    }

    @Bean
    Carrier carrier(CarrierProperties carrier) {
        return new Carrier(new CarrierAccount(
                carrier.merchantId(), carrier.serviceCode(), carrier.shortNumber(), carrier.timeout()));
    }

    /** Named in routes/channel/carrier.camel.yaml. */
    @Bean
    OneAttempt oneBillingAttempt(CarrierProperties carrier) {
        return new OneAttempt(carrier.deadline());
    }

    @Bean
    CarrierWebhooks carrierWebhooks(CarrierProperties carrier, Clock realTime) {
        return new CarrierWebhooks(new WebhookSignature(carrier.webhookSecret(), realTime));
    }

    @Bean
    CarrierLists carrierLists() {
        return new CarrierLists();
    }
}
