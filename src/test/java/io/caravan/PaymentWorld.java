package io.caravan;

import io.caravan.camel.DueExpiries;
import io.caravan.camel.DuePayments;
import io.caravan.core.notice.Channel;
import io.caravan.core.payment.BillingTerms;
import io.caravan.core.schedule.ScheduledAttempts;
import io.caravan.store.Database;
import io.caravan.store.JdbcOrders;
import io.caravan.store.JdbcPaymentRequests;
import io.caravan.store.JdbcReconciliation;
import io.caravan.store.JdbcSalesUnits;
import io.caravan.support.MovableClock;
import io.caravan.support.TestDatabases;
import io.caravan.support.TestPages;
import io.caravan.usecase.invoice.CancelInvoice;
import io.caravan.usecase.invoice.ExpireInvoices;
import io.caravan.usecase.invoice.FindDuePayments;
import io.caravan.usecase.invoice.PayScheduled;
import io.caravan.usecase.invoice.RejectInvoice;
import io.caravan.usecase.invoice.ScheduleInvoice;
import io.caravan.usecase.invoice.SetExpiryAside;
import io.caravan.usecase.invoice.SetPaymentAside;
import io.caravan.usecase.notice.ReleaseNotices;
import io.caravan.usecase.page.NoteAcceptance;
import io.caravan.usecase.page.NoteRejection;
import io.caravan.usecase.payment.AskAboutSession;
import io.caravan.usecase.payment.ChaseOperations;
import io.caravan.usecase.payment.FindOperation;
import io.caravan.usecase.payment.HearProvider;
import io.caravan.usecase.payment.RequestOperation;
import io.caravan.usecase.payment.ResendOperation;
import io.caravan.usecase.payment.SendOperation;
import io.caravan.usecase.payment.SettleOperation;
import io.caravan.usecase.payment.ShowPayment;
import io.caravan.usecase.payment.StartPayment;
import io.caravan.usecase.payment.StartSession;
import io.caravan.usecase.payment.TakeUnsent;
import io.caravan.usecase.paymentrequest.FindOffer;
import io.caravan.usecase.pretransaction.FindBilling;
import io.caravan.usecase.pretransaction.PreparePin;
import io.caravan.usecase.pretransaction.ShowBilling;
import io.caravan.usecase.pretransaction.StartBilling;
import io.caravan.usecase.reconciliation.BeginReconciliation;
import io.caravan.usecase.reconciliation.CompareList;
import io.caravan.usecase.reconciliation.FinishReconciliation;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import javax.sql.DataSource;

/** Real use cases on real stores. */
public final class PaymentWorld extends PaymentStores {

    public final StartPayment startPayment;
    public final StartSession startSession;
    public final StartBilling startBilling;
    public final PreparePin preparePin;
    public final ShowBilling showBilling;
    public final FindBilling findBilling;
    public final HearProvider hearProvider;
    public final TakeUnsent takeUnsent;
    public final RequestOperation requestOperation;
    public final AskAboutSession askAboutSession;
    public final FindOperation findOperation;
    public final BeginReconciliation beginReconciliation;
    public final CompareList compareList;
    public final CompareList compareCarrierList;
    public final FinishReconciliation finishReconciliation;
    public final SendOperation sendOperation;
    public final SettleOperation settleOperation;
    public final ChaseOperations chaseOperations;
    public final ResendOperation resendOperation;
    public final ShowPayment showPayment;
    public final RejectInvoice rejectInvoice;
    public final CancelInvoice cancelInvoice;
    public final NoteAcceptance noteAcceptance;
    public final NoteRejection noteRejection;
    public final ScheduleInvoice scheduleInvoice;
    public final DuePayments payScheduled;
    public final DueExpiries expireInvoices;
    public final ReleaseNotices releaseNotices;
    public final FindOffer findOffer;

    public PaymentWorld(Database database) {
        this(database, TestDatabases.of(database), new MovableClock(Instant.now()));
    }

    /** On databases that nobody but tests which run beside the others uses. */
    public static PaymentWorld beside(Database database) {
        return new PaymentWorld(database, TestDatabases.beside(database), new MovableClock(Instant.now()));
    }

    /** On this database, with a clock for real time that others share. */
    public PaymentWorld(Database database, DataSource dataSource, MovableClock realTime) {
        super(database, dataSource, realTime);
        noteAcceptance = transactions.around(new NoteAcceptance(prompts, realTime));
        noteRejection = transactions.around(new NoteRejection(prompts, realTime));
        var attempts = new ScheduledAttempts(schedules, payers, notices, Duration.ofHours(4));
        startPayment = transactions.around(
                new StartPayment(merchants, payers, offeredChannels, invoices, payments, events, businessTime));
        sendOperation = transactions.around(new SendOperation(payments));
        startSession =
                transactions.around(new StartSession(merchants, payers, invoices, payments, events, businessTime));
        startBilling = transactions.around(new StartBilling(
                merchants, invoices, payments, events, new BillingTerms(Set.of(DKK), 5), businessTime, realTime));
        preparePin = transactions.around(new PreparePin(payments, holds));
        showBilling = transactions.around(new ShowBilling(payments));
        findBilling = transactions.around(new FindBilling(invoices, payments));
        settleOperation = transactions.around(new SettleOperation(
                merchants, invoices, payments, events, alarms, lateMoney, attempts, consentQuestions, businessTime));
        hearProvider = transactions.around(new HearProvider(
                merchants,
                invoices,
                payments,
                events,
                alarms,
                lateMoney,
                attempts,
                consentQuestions,
                testimonies,
                businessTime,
                realTime));
        takeUnsent = transactions.around(new TakeUnsent(payments));
        requestOperation = transactions.around(new RequestOperation(payments));
        askAboutSession = transactions.around(new AskAboutSession(payments));
        findOperation = transactions.around(new FindOperation(payments));
        beginReconciliation =
                transactions.around(new BeginReconciliation(reconciliation, Duration.ofHours(1), realTime));
        compareList = transactions.around(new CompareList(reconciliation, payments, events, businessTime));
        compareCarrierList = transactions.around(new CompareList(
                new JdbcReconciliation(stores, Channel.CARRIER, realTime, differences::add),
                payments,
                events,
                businessTime));
        finishReconciliation =
                transactions.around(new FinishReconciliation(reconciliation, payments, events, businessTime));
        chaseOperations = transactions.around(new ChaseOperations(payments));
        resendOperation = transactions.around(new ResendOperation(payments, Duration.ofMinutes(5)));
        showPayment = transactions.around(new ShowPayment(merchants, invoices, payments));
        rejectInvoice = transactions.around(new RejectInvoice(payers, invoices, schedules, events, businessTime));
        cancelInvoice = transactions.around(new CancelInvoice(invoices, events, businessTime));
        scheduleInvoice = transactions.around(
                new ScheduleInvoice(merchants, payers, invoices, schedules, consentQuestions, events, businessTime));
        payScheduled = new DuePayments(
                transactions.around(new FindDuePayments(schedules, businessTime)),
                transactions.around(new PayScheduled(payers, invoices, payments, schedules, events, businessTime)),
                transactions.around(new SetPaymentAside(schedules, alarms, businessTime)));
        expireInvoices = new DueExpiries(
                "invoice",
                1000,
                transactions.around(new ExpireInvoices(invoices, events, businessTime))::expire,
                transactions.around(new SetExpiryAside(invoices, alarms, businessTime))::setAside);
        releaseNotices = transactions.around(new ReleaseNotices(notices, businessTime));
        findOffer = new FindOffer(
                new JdbcPaymentRequests(stores, TestPages.TOKENS),
                payments,
                new JdbcSalesUnits(stores, Clock.systemUTC()),
                new JdbcOrders(stores),
                TestPages.LINKS);
    }
}
