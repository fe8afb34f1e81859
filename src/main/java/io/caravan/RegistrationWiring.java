package io.caravan;

import io.caravan.channel.callback.CallbackClient;
import io.caravan.core.callback.CallbackForm;
import io.caravan.core.callback.Registrations;
import io.caravan.dialect.epayment.EPayment;
import io.caravan.store.JdbcRegistrations;
import io.caravan.store.Sealer;
import io.caravan.store.TransactionalJdbc;
import io.caravan.usecase.callback.ListRegistrations;
import io.caravan.usecase.callback.PurgeRegistrations;
import io.caravan.usecase.callback.RegisterWebhook;
import io.caravan.usecase.callback.RemoveRegistration;
import io.caravan.usecase.callback.StoreRegistration;
import java.time.Clock;
import java.time.Duration;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;

/** Where sales units hear of what. */
@Configuration(proxyBeanMethods = false)
@Profile("!mocks")
class RegistrationWiring {

    @Bean
    CallbackForm ePaymentCallbacks(EPayment ePayment) {
        return ePayment.callbacks();
    }

    @Bean
    Registrations registrations(TransactionalJdbc jdbc, Sealer sealer) {
        return new JdbcRegistrations(jdbc, sealer);
    }

    @Bean
    RegisterWebhook registerWebhook(
            Transactions transactions, CallbackClient client, Registrations registrations, Clock businessTime) {
        return new RegisterWebhook(
                client.urls(), transactions.around(new StoreRegistration(registrations, businessTime)));
    }

    @Bean
    ListRegistrations listRegistrations(Transactions transactions, Registrations registrations) {
        return transactions.around(new ListRegistrations(registrations));
    }

    @Bean
    RemoveRegistration removeRegistration(Transactions transactions, Registrations registrations, Clock businessTime) {
        return transactions.around(new RemoveRegistration(registrations, businessTime));
    }

    @Bean
    PurgeRegistrations purgeRegistrations(
            Transactions transactions,
            Registrations registrations,
            @Value("${caravan.purge.dead-registrations-after}") Duration patience,
            Clock businessTime,
            Clock realTime) {
        return transactions.around(new PurgeRegistrations(registrations, patience, businessTime, realTime));
    }
}
