package io.caravan;

import io.caravan.core.notice.Notices;
import io.caravan.core.payment.Payments;
import io.caravan.core.pretransaction.PreTransactions;
import io.caravan.core.pretransaction.Turnovers;
import io.caravan.core.sms.SmsMessages;
import io.caravan.store.JdbcTurnovers;
import io.caravan.store.TransactionalJdbc;
import io.caravan.usecase.pretransaction.BookTurnover;
import io.caravan.usecase.pretransaction.FindPartnerTransaction;
import io.caravan.usecase.pretransaction.ListTurnover;
import io.caravan.usecase.pretransaction.PlanReceipts;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;

/** What follows from payments and SMS of partners: receipts, and what partners are billed for. */
@Configuration(proxyBeanMethods = false)
@Profile("!mocks")
class TurnoverWiring {

    @Bean
    Turnovers turnovers(TransactionalJdbc jdbc) {
        return new JdbcTurnovers(jdbc);
    }

    /** Called within the transaction of the relay. */
    @Bean
    PlanReceipts planReceipts(PreTransactions preTransactions, Payments payments, Notices notices) {
        return new PlanReceipts(preTransactions, payments, notices);
    }

    /** Called within the transaction of the relay. */
    @Bean
    BookTurnover bookTurnover(
            FindPartnerTransaction findPartnerTransaction,
            PreTransactions preTransactions,
            SmsMessages smsMessages,
            Turnovers turnovers) {
        return new BookTurnover(findPartnerTransaction, preTransactions, smsMessages, turnovers);
    }

    @Bean
    ListTurnover listTurnover(Transactions transactions, Turnovers turnovers) {
        return transactions.around(new ListTurnover(turnovers));
    }
}
