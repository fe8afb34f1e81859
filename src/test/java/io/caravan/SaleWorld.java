package io.caravan;

import io.caravan.camel.DueExpiries;
import io.caravan.core.dialect.Answer;
import io.caravan.core.dialect.KeptAnswers;
import io.caravan.core.dialect.RequestKey;
import io.caravan.core.event.EventType;
import io.caravan.core.money.Money;
import io.caravan.core.payer.Payer;
import io.caravan.core.payment.OperationId;
import io.caravan.core.payment.OperationKind;
import io.caravan.core.payment.Outcome;
import io.caravan.core.payment.PaymentId;
import io.caravan.core.paymentrequest.Adjusted;
import io.caravan.core.paymentrequest.Adjusting;
import io.caravan.core.paymentrequest.AdjustmentRequest;
import io.caravan.core.paymentrequest.AdjustmentRules;
import io.caravan.core.paymentrequest.AdjustmentWindows;
import io.caravan.core.paymentrequest.Approval;
import io.caravan.core.paymentrequest.NewPayment;
import io.caravan.core.paymentrequest.OwnPayment;
import io.caravan.core.paymentrequest.PaymentDraft;
import io.caravan.core.paymentrequest.PaymentReport;
import io.caravan.core.paymentrequest.PaymentRequests;
import io.caravan.core.paymentrequest.PaymentRules;
import io.caravan.core.paymentrequest.PaymentTerms;
import io.caravan.core.paymentrequest.UserFlow;
import io.caravan.core.profile.ProfileConsents;
import io.caravan.core.salesunit.SalesUnit;
import io.caravan.core.salesunit.SalesUnitSettings;
import io.caravan.store.Database;
import io.caravan.store.JdbcKeptAnswers;
import io.caravan.store.JdbcOrders;
import io.caravan.store.JdbcPaymentRequests;
import io.caravan.store.JdbcProfileConsents;
import io.caravan.store.JdbcProfiles;
import io.caravan.store.TransactionalJdbc;
import io.caravan.support.MovableClock;
import io.caravan.support.TestDatabases;
import io.caravan.support.TestPages;
import io.caravan.usecase.paymentrequest.ApproveInPlace;
import io.caravan.usecase.paymentrequest.ApprovePayment;
import io.caravan.usecase.paymentrequest.CreatePayment;
import io.caravan.usecase.paymentrequest.ExpirePayments;
import io.caravan.usecase.paymentrequest.FindPayment;
import io.caravan.usecase.paymentrequest.FinishAdjustment;
import io.caravan.usecase.paymentrequest.KeepRefusal;
import io.caravan.usecase.paymentrequest.OpenPayment;
import io.caravan.usecase.paymentrequest.RejectPayment;
import io.caravan.usecase.paymentrequest.RequestAdjustment;
import io.caravan.usecase.paymentrequest.SetUnapprovedAside;
import java.time.Duration;
import java.time.Instant;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;

/** Real use cases around payments for sales, with one Danish sales unit, and an acquirer that does what it is told. */
public final class SaleWorld {

    public static final Currency DKK = Currency.getInstance("DKK");
    public static final SalesUnitSettings USUAL =
            new SalesUnitSettings(true, true, false, Duration.ofDays(60), false, false);

    /** What a shop calls a payment. */
    public static final String REFERENCE = "acme-shop-123-order123abc";

    private static final AtomicInteger UNITS = new AtomicInteger();

    public final PaymentWorld world;
    public final PaymentRequests requests;
    public final KeptAnswers answers;
    public final CreatePayment createPayment;
    public final FindPayment findPayment;
    public final RequestAdjustment requestAdjustment;
    public final FinishAdjustment finishAdjustment;
    public final KeepRefusal keepRefusal;
    public final ApprovePayment approvePayment;
    public final ApproveInPlace approveInPlace;
    public final RejectPayment rejectPayment;
    public final OpenPayment openPayment;
    public final DueExpiries expirePayments;
    public final ProfileConsents consents;
    public final SalesUnit unit;
    public final Payer payer;

    public SaleWorld(Database database) {
        this(database, USUAL);
    }

    public SaleWorld(Database database, SalesUnitSettings settings) {
        var dataSource = TestDatabases.of(database);
        var realTime = new MovableClock(Instant.now());
        world = new PaymentWorld(database, dataSource, realTime);
        world.jdbc.update("update payment set expires_at = null");
        var stores = new TransactionalJdbc(dataSource);
        requests = new JdbcPaymentRequests(stores, TestPages.TOKENS);
        answers = new JdbcKeptAnswers(stores, database, realTime);
        var profiles = new JdbcProfiles(stores);
        consents = new JdbcProfileConsents(stores);
        var clock = world.businessTime;
        createPayment = world.transactions(new CreatePayment(
                world.merchants,
                world.payers,
                world.payments,
                requests,
                world.events,
                world.notices,
                answers,
                TestPages.LINKS,
                new PaymentRules(Map.of("DKK", 100L)),
                profiles,
                new JdbcOrders(stores),
                clock));
        findPayment = world.transactions(new FindPayment(requests, world.payments, world.events, consents));
        var windows =
                new AdjustmentWindows(Map.of("NO", Duration.ofDays(180)), Duration.ofDays(14), Duration.ofDays(365));
        requestAdjustment = world.transactions(new RequestAdjustment(
                world.merchants, requests, world.payments, world.events, answers, new AdjustmentRules(windows), clock));
        finishAdjustment = world.transactions(new FinishAdjustment(requests, world.payments, world.events, answers));
        keepRefusal = world.transactions(new KeepRefusal(world.payments, answers));
        approvePayment = world.transactions(
                new ApprovePayment(world.payers, requests, world.payments, profiles, consents, world.events, clock));
        approveInPlace = world.transactions(
                new ApproveInPlace(world.payers, requests, world.payments, profiles, consents, TestPages.LINKS, clock));
        rejectPayment =
                world.transactions(new RejectPayment(world.payers, requests, world.payments, world.events, clock));
        openPayment = world.transactions(new OpenPayment(world.payers, requests, world.payments, world.findOffer));
        expirePayments = new DueExpiries(
                "payment",
                100,
                world.transactions(new ExpirePayments(requests, world.payments, world.events, clock))::expire,
                world.transactions(new SetUnapprovedAside(requests, world.alarms, clock))::setAside);
        unit = unit(settings);
        payer = world.aPayer();
    }

    /** Another sales unit of the same merchant. */
    public SalesUnit unit(SalesUnitSettings settings) {
        var msn = String.valueOf(System.nanoTime() % 1_000_000 * 1000 + UNITS.incrementAndGet() % 1000);
        return new SalesUnit(msn, world.merchant, "Gear", settings);
    }

    /** 360.00 DKK, straight to the payer's app. */
    public PaymentDraft draft(String reference) {
        return draft(reference, UserFlow.PUSH_MESSAGE, 36000, Optional.empty(), terms());
    }

    public PaymentDraft draft(
            String reference, UserFlow flow, long amount, Optional<Instant> expiresAt, PaymentTerms terms) {
        var phone = Optional.of(payer.phone()).filter(known -> flow == UserFlow.PUSH_MESSAGE);
        return new PaymentDraft(unit, reference, new Money(amount, DKK), flow, phone, expiresAt, terms);
    }

    public static PaymentTerms terms(String... scopes) {
        return new PaymentTerms(
                false,
                Optional.of("Order 123"),
                List.of(scopes),
                Map.of("shop", "7"),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    public Answer create(PaymentDraft draft, String key) {
        return createPayment.create(new NewPayment(
                draft,
                key(key, "POST", draft.toString()),
                created -> Answer.json(201, created.reference().getBytes())));
    }

    /** A new payment of 360.00 DKK, by its reference. */
    public String created() {
        var reference = UUID.randomUUID().toString();
        create(draft(reference), UUID.randomUUID().toString());
        return reference;
    }

    /** A new payment that its payer has approved. */
    public String approved() {
        var reference = created();
        approve(reference);
        return reference;
    }

    public void approve(String reference) {
        provide(beginToApprove(reference), Outcome.done("aut_" + UUID.randomUUID()));
    }

    public OperationId beginToApprove(String reference) {
        return approvePayment.approve(approval(reference)).orElseThrow();
    }

    public Approval approval(String reference) {
        return new Approval(payer.id(), id(reference), true);
    }

    /** Gives the operation to the acquirer, and has it say this. */
    public void provide(OperationId id, Outcome outcome) {
        world.sendOperation
                .send(id)
                .ifPresent(sent ->
                        world.settleOperation.settle(id, sent.operation().fence(), outcome));
    }

    public Answer capture(String reference, long amount, String key) {
        return adjust(wish(OperationKind.CAPTURE, reference, amount, key), done());
    }

    public Answer refund(String reference, long amount, String key) {
        return adjust(wish(OperationKind.REFUND, reference, amount, key), done());
    }

    public Answer cancel(String reference) {
        return adjust(wish(OperationKind.CANCEL, reference, 0, null), done());
    }

    public static Outcome done() {
        return Outcome.done("op_" + UUID.randomUUID());
    }

    /** As a request does it, with an acquirer that says this. */
    public Answer adjust(AdjustmentRequest wish, Outcome outcome) {
        Adjusting begun = requestAdjustment.request(wish);
        begun.operation().ifPresent(id -> provide(id, outcome));
        return finishAdjustment.finish(wish, begun);
    }

    public AdjustmentRequest wish(OperationKind kind, String reference, long amount, String key) {
        var money = Optional.of(new Money(amount, DKK)).filter(given -> kind != OperationKind.CANCEL);
        return new AdjustmentRequest(
                own(reference),
                kind,
                money,
                false,
                Optional.ofNullable(key).map(given -> key(given, kind.name(), reference + amount)),
                SaleWorld::tell);
    }

    private static Answer tell(Adjusted adjusted) {
        var report = adjusted.report();
        return Answer.json(
                200,
                (report.moved(EventType.PAYMENT_CAPTURED).minor() + " captured, "
                                + report.moved(EventType.PAYMENT_REFUNDED).minor() + " refunded, "
                                + report.moved(EventType.PAYMENT_CANCELLED).minor() + " cancelled")
                        .getBytes());
    }

    public static RequestKey key(String key, String method, String said) {
        return RequestKey.of(key, method, "/", said.getBytes());
    }

    public OwnPayment own(String reference) {
        return new OwnPayment(unit, reference);
    }

    public PaymentReport report(String reference) {
        return findPayment.find(own(reference));
    }

    public PaymentId id(String reference) {
        return report(reference).payment().id();
    }

    public List<String> history(String reference) {
        return world.historyOf(id(reference).value());
    }
}
