package io.caravan;

import io.caravan.channel.ProviderDoor;
import io.caravan.channel.PspLists;
import io.caravan.channel.PspWebhooks;
import io.caravan.channel.WebhookSignature;
import io.caravan.core.consent.ConsentQuestions;
import io.caravan.core.event.Events;
import io.caravan.core.hold.Holds;
import io.caravan.core.invoice.Invoices;
import io.caravan.core.merchant.Merchants;
import io.caravan.core.notice.Channel;
import io.caravan.core.payment.Alarms;
import io.caravan.core.payment.Difference;
import io.caravan.core.payment.LateMoney;
import io.caravan.core.payment.Payments;
import io.caravan.core.payment.Reconciliation;
import io.caravan.core.payment.Testimonies;
import io.caravan.core.schedule.ScheduledAttempts;
import io.caravan.store.JdbcReconciliation;
import io.caravan.store.JdbcTestimonies;
import io.caravan.store.TransactionalJdbc;
import io.caravan.usecase.payment.HearProvider;
import io.caravan.usecase.payment.PurgeTestimonies;
import io.caravan.usecase.payment.ReportForgery;
import io.caravan.usecase.reconciliation.BeginReconciliation;
import io.caravan.usecase.reconciliation.CompareList;
import io.caravan.usecase.reconciliation.FinishReconciliation;
import io.caravan.usecase.reconciliation.MeasureReconciliation;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.TimeGauge;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;
import org.springframework.core.annotation.Order;

/** What providers tell without being asked for one operation: webhooks, and their books. */
@Configuration(proxyBeanMethods = false)
@Profile("!mocks")
class ProviderWiring {

    private static final Logger LOG = LoggerFactory.getLogger("caravan.payment-difference");

    @Bean
    @Order(0)
    ProviderDoor providerDoor() {
        return new ProviderDoor();
    }

    @Bean
    PspWebhooks pspWebhooks(PspProperties psp, Clock realTime) {
        return new PspWebhooks(new WebhookSignature(psp.webhookSecret(), realTime));
    }

    @Bean
    Testimonies testimonies(TransactionalJdbc jdbc) {
        return new JdbcTestimonies(jdbc);
    }

    @Bean
    HearProvider hearProvider(
            Transactions transactions,
            Merchants merchants,
            Invoices invoices,
            Payments payments,
            Events events,
            Alarms alarms,
            LateMoney lateMoney,
            ScheduledAttempts attempts,
            ConsentQuestions questions,
            Testimonies testimonies,
            Clock businessTime,
            Clock realTime) {
        return transactions.around(new HearProvider(
                merchants,
                invoices,
                payments,
                events,
                alarms,
                lateMoney,
                attempts,
                questions,
                testimonies,
                businessTime,
                realTime));
    }

    @Bean
    ReportForgery reportForgery(Transactions transactions, Alarms alarms, Clock realTime) {
        return transactions.around(new ReportForgery(alarms, realTime));
    }

    @Bean
    PurgeTestimonies purgeTestimonies(Transactions transactions, Testimonies testimonies, Clock realTime) {
        return transactions.around(new PurgeTestimonies(testimonies, realTime));
    }

    @Bean
    PspLists pspLists() {
        return new PspLists();
    }

    @Bean
    Reconciliation reconciliation(TransactionalJdbc jdbc, Clock realTime, MeterRegistry meters) {
        Arrays.stream(Difference.Kind.values()).forEach(kind -> counter(kind, meters));
        return new JdbcReconciliation(jdbc, Channel.PSP, realTime, difference -> sound(difference, meters));
    }

    @Bean
    BeginReconciliation beginReconciliation(
            Transactions transactions,
            Reconciliation reconciliation,
            @Value("${caravan.reconciliation.delay}") Duration delay,
            Clock realTime) {
        return transactions.around(new BeginReconciliation(reconciliation, delay, realTime));
    }

    @Bean
    CompareList compareList(
            Transactions transactions,
            Reconciliation reconciliation,
            Payments payments,
            Events events,
            Clock businessTime) {
        return transactions.around(new CompareList(reconciliation, payments, events, businessTime));
    }

    @Bean
    FinishReconciliation finishReconciliation(
            Transactions transactions,
            Reconciliation reconciliation,
            Payments payments,
            Events events,
            Clock businessTime) {
        return transactions.around(new FinishReconciliation(reconciliation, payments, events, businessTime));
    }

    @Bean
    Reconciliation carrierReconciliation(TransactionalJdbc jdbc, Clock realTime, MeterRegistry meters) {
        return new JdbcReconciliation(jdbc, Channel.CARRIER, realTime, difference -> sound(difference, meters));
    }

    @Bean
    BeginReconciliation beginCarrierReconciliation(
            Transactions transactions,
            Reconciliation carrierReconciliation,
            @Value("${caravan.reconciliation.delay}") Duration delay,
            Clock realTime) {
        return transactions.around(new BeginReconciliation(carrierReconciliation, delay, realTime));
    }

    @Bean
    CompareList compareCarrierList(
            Transactions transactions,
            Reconciliation carrierReconciliation,
            Payments payments,
            Events events,
            Clock businessTime) {
        return transactions.around(new CompareList(carrierReconciliation, payments, events, businessTime));
    }

    @Bean
    FinishReconciliation finishCarrierReconciliation(
            Transactions transactions,
            Reconciliation carrierReconciliation,
            Payments payments,
            Events events,
            Clock businessTime) {
        return transactions.around(new FinishReconciliation(carrierReconciliation, payments, events, businessTime));
    }

    @Bean
    Reconciliation bankReconciliation(TransactionalJdbc jdbc, Clock realTime, MeterRegistry meters) {
        return new JdbcReconciliation(jdbc, Channel.BANK, realTime, difference -> sound(difference, meters));
    }

    @Bean
    MeterBinder reconciliationMetrics(
            Transactions transactions,
            Reconciliation reconciliation,
            Reconciliation carrierReconciliation,
            Reconciliation bankReconciliation,
            Holds holds,
            Clock realTime) {
        return registry -> Map.of(
                        Channel.PSP,
                        reconciliation,
                        Channel.CARRIER,
                        carrierReconciliation,
                        Channel.BANK,
                        bankReconciliation)
                .forEach((provider, compared) -> {
                    var job = provider == Channel.PSP ? "reconcile" : "reconcile-" + provider.text();
                    var measure = transactions.around(new MeasureReconciliation(compared, holds, job, realTime));
                    TimeGauge.builder(
                                    "caravan.reconciliation.age",
                                    () -> measure.measure().toSeconds(),
                                    TimeUnit.SECONDS)
                            .description("Time since the end of the last day that was compared with a provider's list")
                            .tag("provider", provider.text())
                            .register(registry);
                });
    }

    private static void sound(Difference difference, MeterRegistry meters) {
        counter(difference.kind(), meters).increment();
        LOG.error("{}, operation {}: {}", difference.kind(), difference.subject(), difference.what());
    }

    private static Counter counter(Difference.Kind kind, MeterRegistry meters) {
        return Counter.builder("caravan.payments.differences")
                .description("Differences between our operations and the acquirer's list")
                .tag("kind", kind.name())
                .register(meters);
    }
}
