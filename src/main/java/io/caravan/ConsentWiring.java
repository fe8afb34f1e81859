package io.caravan;

import io.caravan.core.consent.ConsentQuestions;
import io.caravan.core.consent.Consents;
import io.caravan.core.dialect.KeptAnswers;
import io.caravan.core.event.Events;
import io.caravan.core.invoice.Invoices;
import io.caravan.core.merchant.Merchants;
import io.caravan.core.payer.Payers;
import io.caravan.core.schedule.Schedules;
import io.caravan.store.JdbcConsents;
import io.caravan.store.TransactionalJdbc;
import io.caravan.usecase.consent.AnswerConsent;
import io.caravan.usecase.consent.DeleteConsent;
import io.caravan.usecase.consent.FindConsent;
import io.caravan.usecase.consent.ListConsents;
import io.caravan.usecase.consent.RequestConsent;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;

/** Consents to be invoiced directly. */
@Configuration(proxyBeanMethods = false)
@Profile("!mocks")
class ConsentWiring {

    @Bean
    Consents consents(TransactionalJdbc jdbc) {
        return new JdbcConsents(jdbc);
    }

    @Bean
    ConsentQuestions consentQuestions(Consents consents, Payers payers, Events events) {
        return new ConsentQuestions(consents, payers, events);
    }

    @Bean
    RequestConsent requestConsent(
            Transactions transactions,
            Invoices invoices,
            Consents consents,
            Schedules schedules,
            ConsentQuestions questions,
            Events events,
            KeptAnswers answers,
            Clock businessTime) {
        return transactions.around(
                new RequestConsent(invoices, consents, schedules, questions, events, answers, businessTime));
    }

    @Bean
    AnswerConsent answerConsent(
            Transactions transactions, Payers payers, Consents consents, Events events, Clock businessTime) {
        return transactions.around(new AnswerConsent(payers, consents, events, businessTime));
    }

    @Bean
    FindConsent findConsent(Transactions transactions, Consents consents) {
        return transactions.around(new FindConsent(consents));
    }

    @Bean
    ListConsents listConsents(Transactions transactions, Merchants merchants, Consents consents) {
        return transactions.around(new ListConsents(merchants, consents));
    }

    /** Called by a route that only the sandbox loads: mock-endpoints/service. */
    @Bean
    @Profile("sandbox")
    DeleteConsent deleteConsent(Transactions transactions, Consents consents, Events events, Clock businessTime) {
        return transactions.around(new DeleteConsent(consents, events, businessTime));
    }
}
