package io.caravan;

import io.caravan.camel.OneAttempt;
import io.caravan.camel.ProviderThreads;
import io.caravan.camel.RelayBell;
import io.caravan.channel.Psp;
import io.caravan.core.consent.ConsentQuestions;
import io.caravan.core.event.Events;
import io.caravan.core.invoice.Invoices;
import io.caravan.core.merchant.Merchants;
import io.caravan.core.payer.Payers;
import io.caravan.core.payment.Alarm;
import io.caravan.core.payment.Alarms;
import io.caravan.core.payment.LateMoney;
import io.caravan.core.payment.OperationId;
import io.caravan.core.payment.PaymentId;
import io.caravan.core.payment.Payments;
import io.caravan.core.pretransaction.OfferedChannels;
import io.caravan.core.schedule.ScheduledAttempts;
import io.caravan.core.schedule.Schedules;
import io.caravan.store.JdbcAlarms;
import io.caravan.store.JdbcLateMoney;
import io.caravan.store.JdbcPayments;
import io.caravan.store.TransactionalJdbc;
import io.caravan.usecase.invoice.RejectInvoice;
import io.caravan.usecase.payment.AskAboutSession;
import io.caravan.usecase.payment.ChaseOperations;
import io.caravan.usecase.payment.FindOperation;
import io.caravan.usecase.payment.RequestOperation;
import io.caravan.usecase.payment.ResendOperation;
import io.caravan.usecase.payment.SendOperation;
import io.caravan.usecase.payment.SettleOperation;
import io.caravan.usecase.payment.ShowPayment;
import io.caravan.usecase.payment.StartPayment;
import io.caravan.usecase.payment.StartSession;
import io.caravan.usecase.payment.TakeUnsent;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.util.Arrays;
import org.apache.camel.ProducerTemplate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.web.ServerProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Lazy;
import org.springframework.context.annotation.Profile;

/** How money is moved: the use cases, the card acquirer, and the places for requests that wait for it. */
@Configuration(proxyBeanMethods = false)
@Profile("!mocks")
class PaymentWiring {

    private static final Logger LOG = LoggerFactory.getLogger("caravan.payment-alarm");

    @Bean
    RelayBell operationBell(@Lazy ProducerTemplate producer) {
        return new RelayBell(producer, "seda:operation-bell");
    }

    @Bean
    Payments payments(TransactionalJdbc jdbc, Clock realTime, RelayBell operationBell) {
        return new JdbcPayments(jdbc, realTime, operationBell);
    }

    @Bean
    Alarms alarms(TransactionalJdbc jdbc, MeterRegistry meters) {
        Arrays.stream(Alarm.Kind.values()).forEach(kind -> counter(kind, meters));
        return new JdbcAlarms(jdbc, alarm -> sound(alarm, meters));
    }

    @Bean
    LateMoney lateMoney(TransactionalJdbc jdbc) {
        return new JdbcLateMoney(jdbc);
    }

    @Bean
    StartPayment startPayment(
            Transactions transactions,
            Merchants merchants,
            Payers payers,
            OfferedChannels offeredChannels,
            Invoices invoices,
            Payments payments,
            Events events,
            Clock businessTime) {
        return transactions.around(
                new StartPayment(merchants, payers, offeredChannels, invoices, payments, events, businessTime));
    }

    @Bean
    StartSession startSession(
            Transactions transactions,
            Merchants merchants,
            Payers payers,
            Invoices invoices,
            Payments payments,
            Events events,
            Clock businessTime) {
        return transactions.around(new StartSession(merchants, payers, invoices, payments, events, businessTime));
    }

    @Bean
    AskAboutSession askAboutSession(Transactions transactions, Payments payments) {
        return transactions.around(new AskAboutSession(payments));
    }

    @Bean
    FindOperation findOperation(Transactions transactions, Payments payments) {
        return transactions.around(new FindOperation(payments));
    }

    @Bean
    RequestOperation requestOperation(Transactions transactions, Payments payments) {
        return transactions.around(new RequestOperation(payments));
    }

    @Bean
    TakeUnsent takeUnsent(Transactions transactions, Payments payments) {
        return transactions.around(new TakeUnsent(payments));
    }

    @Bean
    SendOperation sendOperation(Transactions transactions, Payments payments) {
        return transactions.around(new SendOperation(payments));
    }

    @Bean
    SettleOperation settleOperation(
            Transactions transactions,
            Merchants merchants,
            Invoices invoices,
            Payments payments,
            Events events,
            Alarms alarms,
            LateMoney lateMoney,
            ScheduledAttempts attempts,
            ConsentQuestions questions,
            Clock businessTime) {
        return transactions.around(new SettleOperation(
                merchants, invoices, payments, events, alarms, lateMoney, attempts, questions, businessTime));
    }

    @Bean
    ChaseOperations chaseOperations(Transactions transactions, Payments payments) {
        return transactions.around(new ChaseOperations(payments));
    }

    @Bean
    ResendOperation resendOperation(Transactions transactions, Payments payments, PspProperties psp) {
        return transactions.around(new ResendOperation(payments, psp.resendAfter()));
    }

    @Bean
    ShowPayment showPayment(Transactions transactions, Merchants merchants, Invoices invoices, Payments payments) {
        return transactions.around(new ShowPayment(merchants, invoices, payments));
    }

    @Bean
    RejectInvoice rejectInvoice(
            Transactions transactions,
            Payers payers,
            Invoices invoices,
            Schedules schedules,
            Events events,
            Clock businessTime) {
        return transactions.around(new RejectInvoice(payers, invoices, schedules, events, businessTime));
    }

    @Bean
    Psp psp() {
        return new Psp();
    }

    /** A quarter of the server's threads may wait for providers. */
    @Bean
    ProviderThreads providerThreads(ServerProperties server) {
        return new ProviderThreads(Math.max(1, server.getTomcat().getThreads().getMax() / 4));
    }

    /** Named in routes/channel/psp.camel.yaml. */
    @Bean
    OneAttempt oneAttempt(PspProperties psp) {
        return new OneAttempt(psp.deadline());
    }

    private static void sound(Alarm alarm, MeterRegistry meters) {
        counter(alarm.kind(), meters).increment();
        LOG.error(
                "{} about operation {} of payment {}: {}",
                alarm.kind(),
                alarm.operation().map(OperationId::toString).orElse("?"),
                alarm.payment().map(PaymentId::toString).orElse("?"),
                alarm.what());
    }

    private static Counter counter(Alarm.Kind kind, MeterRegistry meters) {
        return Counter.builder("caravan.payment.alarms")
                .description("Findings about money that wait for a person")
                .tag("kind", kind.name())
                .register(meters);
    }
}
