package io.caravan;

import io.caravan.camel.OneAttempt;
import io.caravan.channel.Bank;
import io.caravan.channel.BankDesk;
import io.caravan.channel.BankMapping;
import io.caravan.channel.BankStatements;
import io.caravan.channel.BankWebhooks;
import io.caravan.channel.WebhookSignature;
import io.caravan.core.event.Events;
import io.caravan.core.notice.Channel;
import io.caravan.core.ops.Acts;
import io.caravan.core.payment.Alarms;
import io.caravan.core.payment.Payments;
import io.caravan.core.payment.Reconciliation;
import io.caravan.core.paymentinvoice.PaymentInvoices;
import io.caravan.core.paymentinvoice.Services;
import io.caravan.core.paymentinvoice.Transfers;
import io.caravan.store.JdbcTransfers;
import io.caravan.store.TransactionalJdbc;
import io.caravan.usecase.bank.AssignTransfer;
import io.caravan.usecase.bank.CompareStatement;
import io.caravan.usecase.bank.FindPayingBank;
import io.caravan.usecase.bank.HearBank;
import io.caravan.usecase.bank.NoteTold;
import io.caravan.usecase.bank.ReturnTransfer;
import io.caravan.usecase.bank.TakeConfirmations;
import io.caravan.usecase.bank.TakeUnasked;
import io.caravan.usecase.reconciliation.BeginReconciliation;
import io.caravan.usecase.reconciliation.FinishReconciliation;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;
import org.springframework.core.env.Environment;

/** Banks, to which payers transfer money: what they are told and asked, and what they report. */
@Configuration(proxyBeanMethods = false)
@Profile("!mocks")
class BankWiring {

    @Bean
    Bank bank() {
        return new Bank();
    }

    @Bean
    BankDesk bankDesk() {
        return new BankDesk();
    }

    /** Named in routes/channel/bank.camel.yaml. */
    @Bean
    OneAttempt oneBankAttempt(BankProperties bank) {
        return new OneAttempt(bank.deadline());
    }

    /** @throws IllegalStateException if the secret of any bank cannot be one, rather than at its first webhook */
    @Bean
    BankWebhooks bankWebhooks(BankProperties bank, Environment environment, Clock realTime) {
        BankSecrets.check(Binder.get(environment), realTime);
        var first = new WebhookSignature(bank.webhookSecret(), realTime);
        return new BankWebhooks(provider -> Channel.BANK.text().equals(provider)
                ? Optional.of(first)
                : Optional.ofNullable(environment.getProperty("caravan.channel." + provider + ".webhook-secret"))
                        .filter(secret -> !secret.isEmpty())
                        .map(secret -> new WebhookSignature(secret, realTime)));
    }

    @Bean
    BankMapping bankMapping() {
        return new BankMapping();
    }

    @Bean
    FindPayingBank findPayingBank(Transactions transactions, Transfers transfers) {
        return transactions.around(new FindPayingBank(transfers));
    }

    @Bean
    Transfers transfers(TransactionalJdbc jdbc) {
        return new JdbcTransfers(jdbc);
    }

    @Bean
    HearBank hearBank(
            Transactions transactions,
            PaymentInvoices invoices,
            Services services,
            Payments payments,
            Transfers transfers,
            Events events,
            Alarms alarms,
            Clock businessTime) {
        return transactions.around(new HearBank(invoices, services, payments, transfers, events, alarms, businessTime));
    }

    @Bean
    AssignTransfer assignTransfer(
            Transactions transactions,
            PaymentInvoices invoices,
            Payments payments,
            Transfers transfers,
            Events events,
            Acts acts,
            Clock businessTime,
            Clock realTime) {
        return transactions.around(
                new AssignTransfer(invoices, payments, transfers, events, acts, businessTime, realTime));
    }

    @Bean
    ReturnTransfer returnTransfer(Transactions transactions, Transfers transfers, Acts acts, Clock realTime) {
        return transactions.around(new ReturnTransfer(transfers, acts, realTime));
    }

    @Bean
    BankStatements bankStatements() {
        return new BankStatements();
    }

    @Bean
    BeginReconciliation beginBankReconciliation(
            Transactions transactions,
            Reconciliation bankReconciliation,
            @Value("${caravan.reconciliation.delay}") Duration delay,
            Clock realTime) {
        return transactions.around(new BeginReconciliation(bankReconciliation, delay, realTime));
    }

    @Bean
    CompareStatement compareStatement(
            Transactions transactions,
            Reconciliation bankReconciliation,
            Transfers transfers,
            Payments payments,
            Events events,
            Clock businessTime) {
        return transactions.around(new CompareStatement(bankReconciliation, transfers, payments, events, businessTime));
    }

    @Bean
    FinishReconciliation finishBankReconciliation(
            Transactions transactions,
            Reconciliation bankReconciliation,
            Payments payments,
            Events events,
            Clock businessTime) {
        return transactions.around(new FinishReconciliation(bankReconciliation, payments, events, businessTime));
    }

    @Bean
    TakeConfirmations takeConfirmations(
            Transactions transactions, PaymentInvoices invoices, Services services, Payments payments, Clock realTime) {
        return transactions.around(new TakeConfirmations(invoices, services, payments, realTime));
    }

    @Bean
    NoteTold noteTold(Transactions transactions, PaymentInvoices invoices) {
        return transactions.around(new NoteTold(invoices));
    }

    @Bean
    TakeUnasked takeUnasked(
            Transactions transactions,
            PaymentInvoices invoices,
            Services services,
            Payments payments,
            BankProperties bank,
            Clock realTime) {
        return transactions.around(new TakeUnasked(invoices, services, payments, bank.askEvery(), realTime));
    }
}
