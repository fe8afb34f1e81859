package io.caravan;

import io.caravan.camel.DueExpiries;
import io.caravan.camel.DuePayments;
import io.caravan.core.consent.ConsentQuestions;
import io.caravan.core.event.Events;
import io.caravan.core.invoice.Invoices;
import io.caravan.core.merchant.Merchants;
import io.caravan.core.notice.Notices;
import io.caravan.core.notice.Reminders;
import io.caravan.core.payer.Payers;
import io.caravan.core.payment.Alarms;
import io.caravan.core.payment.Payments;
import io.caravan.core.schedule.ScheduledAttempts;
import io.caravan.core.schedule.Schedules;
import io.caravan.store.JdbcReminders;
import io.caravan.store.JdbcSchedules;
import io.caravan.store.TransactionalJdbc;
import io.caravan.usecase.invoice.ExpireInvoices;
import io.caravan.usecase.invoice.FindDuePayments;
import io.caravan.usecase.invoice.PayScheduled;
import io.caravan.usecase.invoice.ScheduleInvoice;
import io.caravan.usecase.invoice.SetExpiryAside;
import io.caravan.usecase.invoice.SetPaymentAside;
import io.caravan.usecase.notice.ReleaseNotices;
import io.caravan.usecase.notice.RemindPayers;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;

/** What happens because its day has come. */
@Configuration(proxyBeanMethods = false)
@Profile("!mocks")
class ScheduleWiring {

    @Bean
    Schedules schedules(TransactionalJdbc jdbc) {
        return new JdbcSchedules(jdbc);
    }

    @Bean
    ScheduledAttempts scheduledAttempts(
            Schedules schedules, Payers payers, Notices notices, ScheduleProperties properties) {
        return new ScheduledAttempts(schedules, payers, notices, properties.secondAttemptAfter());
    }

    @Bean
    ScheduleInvoice scheduleInvoice(
            Transactions transactions,
            Merchants merchants,
            Payers payers,
            Invoices invoices,
            Schedules schedules,
            ConsentQuestions questions,
            Events events,
            Clock businessTime) {
        return transactions.around(
                new ScheduleInvoice(merchants, payers, invoices, schedules, questions, events, businessTime));
    }

    @Bean
    DuePayments duePayments(
            Transactions transactions,
            Payers payers,
            Invoices invoices,
            Payments payments,
            Schedules schedules,
            Events events,
            Alarms alarms,
            Clock businessTime) {
        return new DuePayments(
                transactions.around(new FindDuePayments(schedules, businessTime)),
                transactions.around(new PayScheduled(payers, invoices, payments, schedules, events, businessTime)),
                transactions.around(new SetPaymentAside(schedules, alarms, businessTime)));
    }

    @Bean
    DueExpiries dueExpiries(
            Transactions transactions, Invoices invoices, Events events, Alarms alarms, Clock businessTime) {
        var expireInvoices = transactions.around(new ExpireInvoices(invoices, events, businessTime));
        var setAside = transactions.around(new SetExpiryAside(invoices, alarms, businessTime));
        return new DueExpiries("invoice", 1000, expireInvoices::expire, setAside::setAside);
    }

    @Bean
    Reminders reminders(TransactionalJdbc jdbc) {
        return new JdbcReminders(jdbc);
    }

    @Bean
    RemindPayers remindPayers(Transactions transactions, Reminders reminders, Notices notices, Clock businessTime) {
        return transactions.around(new RemindPayers(reminders, notices, businessTime));
    }

    @Bean
    ReleaseNotices releaseNotices(Transactions transactions, Notices notices, Clock businessTime) {
        return transactions.around(new ReleaseNotices(notices, businessTime));
    }
}
