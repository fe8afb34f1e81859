package io.caravan;

import io.caravan.core.dialect.KeptAnswers;
import io.caravan.usecase.access.PurgeKeptAnswers;
import java.time.Clock;
import java.time.Duration;
import org.apache.camel.component.quartz.QuartzComponent;
import org.quartz.Scheduler;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;

/** Jobs: Quartz ticks, in one instance at a time; the rows say what is due. */
@Configuration(proxyBeanMethods = false)
@Profile("!mocks")
class JobWiring {

    /** Each call of the scheduler is a transaction, so that instances that start at once store whole jobs or none. */
    @Bean
    QuartzComponent quartz(Transactions transactions, Scheduler quartzScheduler) {
        var component = new QuartzComponent();
        component.setScheduler(transactions.around(quartzScheduler));
        return component;
    }

    @Bean
    PurgeKeptAnswers purgeKeptAnswers(
            Transactions transactions,
            KeptAnswers answers,
            @Value("${caravan.purge.kept-answers-after}") Duration age,
            Clock realTime) {
        return transactions.around(new PurgeKeptAnswers(answers, age, realTime));
    }
}
