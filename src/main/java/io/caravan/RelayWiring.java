package io.caravan;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.caravan.camel.ClaimKeeper;
import io.caravan.camel.NoticeQueues;
import io.caravan.camel.OutboxRelay;
import io.caravan.camel.RelayBell;
import io.caravan.channel.PushGateway;
import io.caravan.core.callback.Callbacks;
import io.caravan.core.consent.Consents;
import io.caravan.core.event.Events;
import io.caravan.core.event.Outbox;
import io.caravan.core.invoice.Invoices;
import io.caravan.core.merchant.Merchants;
import io.caravan.core.notice.Notices;
import io.caravan.core.notice.Reminders;
import io.caravan.core.pretransaction.PreTransactions;
import io.caravan.core.prompt.Prompts;
import io.caravan.core.schedule.Schedules;
import io.caravan.store.JdbcNotices;
import io.caravan.store.JdbcOutbox;
import io.caravan.store.TransactionalJdbc;
import io.caravan.usecase.notice.ClaimNotice;
import io.caravan.usecase.notice.FindWaitingShards;
import io.caravan.usecase.notice.ParkNotice;
import io.caravan.usecase.notice.RecordQueued;
import io.caravan.usecase.notice.RecordSent;
import io.caravan.usecase.notice.RelayEvents;
import io.caravan.usecase.notice.RenewClaim;
import io.caravan.usecase.notice.ReviveNotices;
import io.caravan.usecase.notice.TakeNotices;
import io.caravan.usecase.paymentrequest.FindOffer;
import io.caravan.usecase.pretransaction.BookTurnover;
import io.caravan.usecase.pretransaction.PlanReceipts;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import org.apache.camel.ProducerTemplate;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Lazy;
import org.springframework.context.annotation.Profile;
import org.springframework.jms.core.JmsTemplate;

/** From the outbox to the queues, and from the queues to payers. */
@Configuration(proxyBeanMethods = false)
@Profile("!mocks")
class RelayWiring {

    @Bean
    RelayBell relayBell(@Lazy ProducerTemplate producer) {
        return new RelayBell(producer, "seda:relay-bell");
    }

    @Bean
    Outbox outbox(TransactionalJdbc jdbc, Clock realTime) {
        return new JdbcOutbox(jdbc, realTime);
    }

    @Bean
    Notices notices(
            TransactionalJdbc jdbc, Clock realTime, @Value("${caravan.notices.resend-after}") Duration resendAfter) {
        return new JdbcNotices(jdbc, realTime, resendAfter);
    }

    @Bean
    OutboxRelay outboxRelay(
            Transactions transactions,
            Outbox outbox,
            Notices notices,
            Callbacks callbacks,
            Reminders reminders,
            PlanReceipts planReceipts,
            BookTurnover bookTurnover,
            MeterRegistry meters) {
        return new OutboxRelay(
                transactions.around(new FindWaitingShards(outbox)),
                transactions.around(new RelayEvents(outbox, notices, events -> {
                    callbacks.add(events);
                    reminders.plan(events);
                    planReceipts.plan(events);
                    bookTurnover.book(events);
                })),
                meters);
    }

    @Bean
    TakeNotices takeNotices(Transactions transactions, Notices notices) {
        return transactions.around(new TakeNotices(notices));
    }

    @Bean
    NoticeQueues noticeQueues(JmsTemplate transactedJms) {
        return new NoticeQueues(transactedJms);
    }

    @Bean
    RecordQueued recordQueued(Transactions transactions, Notices notices) {
        return transactions.around(new RecordQueued(notices));
    }

    @Bean
    ReviveNotices reviveNotices(Transactions transactions, Notices notices) {
        return transactions.around(new ReviveNotices(notices));
    }

    /** Named in routes/config/channel-retry.camel.yaml. */
    @Bean
    ClaimKeeper claimKeeper(Transactions transactions, Notices notices) {
        return new ClaimKeeper(transactions.around(new RenewClaim(notices)));
    }

    @Bean
    ClaimNotice claimNotice(
            Transactions transactions,
            Notices notices,
            Invoices invoices,
            Merchants merchants,
            Schedules schedules,
            Consents consents,
            Prompts prompts,
            PreTransactions preTransactions,
            Events events,
            FindOffer findOffer,
            Clock businessTime) {
        return transactions.around(new ClaimNotice(
                notices,
                invoices,
                merchants,
                schedules,
                consents,
                prompts,
                preTransactions,
                events,
                findOffer,
                businessTime));
    }

    @Bean
    PushGateway pushGateway(ObjectMapper json) {
        return new PushGateway(json);
    }

    @Bean
    RecordSent recordSent(Transactions transactions, Notices notices) {
        return transactions.around(new RecordSent(notices));
    }

    @Bean
    ParkNotice parkNotice(Transactions transactions, Notices notices) {
        return transactions.around(new ParkNotice(notices));
    }
}
