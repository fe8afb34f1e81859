package io.caravan;

import io.caravan.camel.DueErasures;
import io.caravan.core.consent.Consents;
import io.caravan.core.event.Events;
import io.caravan.core.ops.Acts;
import io.caravan.core.payer.Payers;
import io.caravan.core.privacy.Erasures;
import io.caravan.core.privacy.OldRow;
import io.caravan.core.privacy.PersonalData;
import io.caravan.ops.ErasureHealth;
import io.caravan.store.JdbcErasures;
import io.caravan.store.JdbcOldRows;
import io.caravan.store.JdbcPersonalData;
import io.caravan.store.TransactionalJdbc;
import io.caravan.usecase.privacy.CountFailingErasures;
import io.caravan.usecase.privacy.ErasePayers;
import io.caravan.usecase.privacy.ExportPayer;
import io.caravan.usecase.privacy.ForgetPayers;
import io.caravan.usecase.privacy.ListErasures;
import io.caravan.usecase.privacy.PurgeOldRows;
import io.caravan.usecase.privacy.RequestErasure;
import io.caravan.usecase.privacy.ShowPayer;
import io.caravan.usecase.privacy.TakeErasure;
import io.caravan.web.ops.Console;
import io.caravan.web.ops.PrivacyPages;
import io.caravan.web.ops.Times;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import org.springframework.boot.actuate.health.HealthIndicator;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;

/** How long it is known who paid, and how a payer is forgotten. */
@Configuration(proxyBeanMethods = false)
@Profile("!mocks")
class PrivacyWiring {

    @Bean
    PurgeOldRows purgeOldRows(
            Transactions transactions,
            TransactionalJdbc jdbc,
            PrivacyProperties properties,
            Clock businessTime,
            Clock realTime) {
        var ages = Map.of(
                OldRow.NOTICE, properties.noticesAfter(),
                OldRow.DAILY_COUNT, properties.dailyCountsAfter(),
                OldRow.ACT, properties.actsAfter(),
                OldRow.OLD_SECRET, Duration.ZERO,
                OldRow.PROFILE_CONSENT, properties.profileConsentsAfter(),
                OldRow.ERASURE, properties.actsAfter());
        return transactions.around(new PurgeOldRows(new JdbcOldRows(jdbc), ages, businessTime, realTime));
    }

    @Bean
    PersonalData personalData(TransactionalJdbc jdbc) {
        return new JdbcPersonalData(jdbc);
    }

    @Bean
    ForgetPayers forgetPayers(
            Transactions transactions, PersonalData data, PrivacyProperties properties, Clock realTime) {
        return transactions.around(new ForgetPayers(data, properties.payersAfter(), realTime));
    }

    @Bean
    Erasures erasures(TransactionalJdbc jdbc) {
        return new JdbcErasures(jdbc);
    }

    @Bean
    DueErasures dueErasures(
            Transactions transactions,
            Erasures erasures,
            PersonalData data,
            Payers payers,
            Consents consents,
            Events events,
            Clock businessTime,
            Clock realTime) {
        return new DueErasures(
                transactions.around(new TakeErasure(erasures, realTime)),
                transactions.around(new ErasePayers(erasures, data, payers, consents, events, businessTime, realTime)));
    }

    /** Not part of readiness. */
    @Bean
    HealthIndicator erasureHealthIndicator(Transactions transactions, Erasures erasures) {
        return new ErasureHealth(transactions.around(new CountFailingErasures(erasures)));
    }

    @Bean
    RequestErasure requestErasure(Transactions transactions, Erasures erasures, Acts acts, Clock realTime) {
        return transactions.around(new RequestErasure(erasures, acts, realTime));
    }

    @Bean
    ListErasures listErasures(Transactions transactions, Erasures erasures) {
        return transactions.around(new ListErasures(erasures));
    }

    @Bean
    ShowPayer showPayer(Transactions transactions, PersonalData data, Payers payers) {
        return transactions.around(new ShowPayer(data, payers));
    }

    @Bean
    ExportPayer exportPayer(Transactions transactions, PersonalData data, Payers payers, Acts acts, Clock realTime) {
        return transactions.around(new ExportPayer(data, payers, acts, realTime));
    }

    @Bean
    PrivacyPages privacyPages(Console console, Times times) {
        return new PrivacyPages(console, times);
    }
}
