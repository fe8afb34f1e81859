package io.caravan;

import io.caravan.camel.DueExpiries;
import io.caravan.camel.RefusalKeys;
import io.caravan.core.dialect.KeptAnswers;
import io.caravan.core.event.Events;
import io.caravan.core.merchant.Merchants;
import io.caravan.core.notice.Notices;
import io.caravan.core.order.Orders;
import io.caravan.core.page.PageLinks;
import io.caravan.core.page.PageTokens;
import io.caravan.core.payer.Payers;
import io.caravan.core.payment.Alarms;
import io.caravan.core.payment.Payments;
import io.caravan.core.paymentrequest.AdjustmentRules;
import io.caravan.core.paymentrequest.AdjustmentWindows;
import io.caravan.core.paymentrequest.PaymentRequests;
import io.caravan.core.paymentrequest.PaymentRules;
import io.caravan.core.profile.ProfileConsents;
import io.caravan.core.profile.Profiles;
import io.caravan.core.salesunit.SalesUnits;
import io.caravan.store.JdbcPaymentRequests;
import io.caravan.store.TransactionalJdbc;
import io.caravan.usecase.paymentrequest.ApproveInPlace;
import io.caravan.usecase.paymentrequest.ApprovePayment;
import io.caravan.usecase.paymentrequest.CreatePayment;
import io.caravan.usecase.paymentrequest.ExpirePayments;
import io.caravan.usecase.paymentrequest.FindApproval;
import io.caravan.usecase.paymentrequest.FindOffer;
import io.caravan.usecase.paymentrequest.FindPayment;
import io.caravan.usecase.paymentrequest.FinishAdjustment;
import io.caravan.usecase.paymentrequest.KeepRefusal;
import io.caravan.usecase.paymentrequest.OpenPayment;
import io.caravan.usecase.paymentrequest.RejectPayment;
import io.caravan.usecase.paymentrequest.RequestAdjustment;
import io.caravan.usecase.paymentrequest.SetUnapprovedAside;
import io.caravan.web.PaymentLimits;
import io.caravan.web.Throttle;
import java.time.Clock;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;

/** Payments that sales units ask for: created, approved or not, moved on. */
@Configuration(proxyBeanMethods = false)
@Profile("!mocks")
class PaymentRequestWiring {

    private static final Duration MINUTE = Duration.ofMinutes(1);

    @Bean
    PaymentRequests paymentRequests(TransactionalJdbc jdbc, PageTokens tokens) {
        return new JdbcPaymentRequests(jdbc, tokens);
    }

    @Bean
    PaymentRules paymentRules(EPaymentProperties properties) {
        return new PaymentRules(properties.smallest());
    }

    @Bean
    AdjustmentRules adjustmentRules(EPaymentProperties properties) {
        return new AdjustmentRules(
                new AdjustmentWindows(properties.capture(), properties.captureElsewhere(), properties.refund()));
    }

    @Bean
    CreatePayment createPayment(
            Transactions transactions,
            Merchants merchants,
            Payers payers,
            Payments payments,
            PaymentRequests paymentRequests,
            Events events,
            Notices notices,
            KeptAnswers answers,
            PageLinks pageLinks,
            PaymentRules rules,
            Profiles profiles,
            Orders orders,
            Clock businessTime) {
        return transactions.around(new CreatePayment(
                merchants,
                payers,
                payments,
                paymentRequests,
                events,
                notices,
                answers,
                pageLinks,
                rules,
                profiles,
                orders,
                businessTime));
    }

    @Bean
    FindPayment findPayment(
            Transactions transactions,
            PaymentRequests paymentRequests,
            Payments payments,
            Events events,
            ProfileConsents profileConsents) {
        return transactions.around(new FindPayment(paymentRequests, payments, events, profileConsents));
    }

    @Bean
    RequestAdjustment requestAdjustment(
            Transactions transactions,
            Merchants merchants,
            PaymentRequests paymentRequests,
            Payments payments,
            Events events,
            KeptAnswers answers,
            AdjustmentRules rules,
            Clock businessTime) {
        return transactions.around(
                new RequestAdjustment(merchants, paymentRequests, payments, events, answers, rules, businessTime));
    }

    @Bean
    FinishAdjustment finishAdjustment(
            Transactions transactions,
            PaymentRequests paymentRequests,
            Payments payments,
            Events events,
            KeptAnswers answers) {
        return transactions.around(new FinishAdjustment(paymentRequests, payments, events, answers));
    }

    @Bean
    RefusalKeys refusalKeys(Transactions transactions, Payments payments, KeptAnswers answers) {
        return new RefusalKeys(transactions.around(new KeepRefusal(payments, answers)));
    }

    @Bean
    ApprovePayment approvePayment(
            Transactions transactions,
            Payers payers,
            PaymentRequests paymentRequests,
            Payments payments,
            Profiles profiles,
            ProfileConsents profileConsents,
            Events events,
            Clock businessTime) {
        return transactions.around(
                new ApprovePayment(payers, paymentRequests, payments, profiles, profileConsents, events, businessTime));
    }

    @Bean
    FindApproval findApproval(Transactions transactions, Payments payments) {
        return transactions.around(new FindApproval(payments));
    }

    @Bean
    ApproveInPlace approveInPlace(
            Transactions transactions,
            Payers payers,
            PaymentRequests paymentRequests,
            Payments payments,
            Profiles profiles,
            ProfileConsents profileConsents,
            PageLinks pageLinks,
            Clock businessTime) {
        return transactions.around(new ApproveInPlace(
                payers, paymentRequests, payments, profiles, profileConsents, pageLinks, businessTime));
    }

    @Bean
    RejectPayment rejectPayment(
            Transactions transactions,
            Payers payers,
            PaymentRequests paymentRequests,
            Payments payments,
            Events events,
            Clock businessTime) {
        return transactions.around(new RejectPayment(payers, paymentRequests, payments, events, businessTime));
    }

    @Bean
    OpenPayment openPayment(
            Transactions transactions,
            Payers payers,
            PaymentRequests paymentRequests,
            Payments payments,
            FindOffer findOffer) {
        return transactions.around(new OpenPayment(payers, paymentRequests, payments, findOffer));
    }

    @Bean
    FindOffer findOffer(
            PaymentRequests paymentRequests,
            Payments payments,
            SalesUnits salesUnits,
            Orders orders,
            PageLinks pageLinks) {
        return new FindOffer(paymentRequests, payments, salesUnits, orders, pageLinks);
    }

    @Bean
    DueExpiries duePaymentExpiries(
            Transactions transactions,
            PaymentRequests paymentRequests,
            Payments payments,
            Events events,
            Alarms alarms,
            Clock businessTime) {
        var expirePayments = transactions.around(new ExpirePayments(paymentRequests, payments, events, businessTime));
        var setAside = transactions.around(new SetUnapprovedAside(paymentRequests, alarms, businessTime));
        return new DueExpiries("payment", 100, expirePayments::expire, setAside::setAside);
    }

    @Bean
    PaymentLimits paymentLimits(EPaymentProperties properties) {
        return new PaymentLimits(
                perMinute(properties.adjustmentsPerMinute()),
                perMinute(properties.adjustmentsPerMinute()),
                perMinute(properties.readsPerMinute()));
    }

    private static Throttle perMinute(int turns) {
        return new Throttle(turns, MINUTE, turns, System::nanoTime);
    }
}
