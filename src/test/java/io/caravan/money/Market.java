package io.caravan.money;

import io.caravan.PaymentWorld;
import io.caravan.core.event.Event;
import io.caravan.core.event.EventType;
import io.caravan.core.invoice.Delivery;
import io.caravan.core.invoice.InvoiceId;
import io.caravan.core.invoice.OwnInvoice;
import io.caravan.core.invoice.Rejection;
import io.caravan.core.money.Money;
import io.caravan.core.payer.Payer;
import io.caravan.core.payment.Adjustment;
import io.caravan.core.payment.BillingRequest;
import io.caravan.core.payment.Confirmation;
import io.caravan.core.payment.OperationId;
import io.caravan.core.payment.OperationKind;
import io.caravan.core.payment.PaymentId;
import io.caravan.core.payment.PhoneBill;
import io.caravan.core.payment.PinEntry;
import io.caravan.core.payment.SessionRequest;
import io.caravan.core.problem.Busy;
import io.caravan.core.problem.InvalidInput;
import io.caravan.core.problem.Problem;
import java.net.URI;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** An invoice, those who want to pay it, its merchant, the jobs and the acquirer: whatever happens between them. */
final class Market {

    private static final URI BACK = URI.create("https://shop.example/back");
    private static final Currency DKK = Currency.getInstance("DKK");

    /** Longer than what the acquirer must have had to know an operation. */
    private static final Duration A_WHILE = Duration.ofMinutes(6);

    private static final int LONG_ENOUGH = 40;

    final PaymentWorld world;
    final InvoiceId invoice;

    private final Acquirer acquirer;
    private final Errands errands;
    private final List<Payer> payers;
    private boolean closedByHand;

    Market(PaymentWorld world, Acquirer acquirer) {
        this.world = world;
        this.acquirer = acquirer;
        this.errands = new Errands(world, acquirer);
        this.payers = List.of(world.aPayer(), world.aPayer());
        this.invoice = world.anInvoice(payers.get(0), PaymentWorld.TODAY.plusDays(7), Delivery.LINK);
        acquirer.webhooks.clear();
    }

    /** Lets it happen, if it can. */
    void happen(Happening happening) {
        try {
            act(happening);
        } catch (Problem | InvalidInput | Busy refused) {
            // Whoever tried is told why, and nothing has changed.
        }
        acquirer.goOn();
    }

    /** Nothing goes wrong any more, until nothing is open. */
    void comeToRest() {
        for (int i = 0; i < LONG_ENOUGH && (openOperations() > 0 || !errands.isEmpty()); i++) {
            errands.finish();
            acquirer.goOn();
            List.copyOf(acquirer.webhooks).forEach(world.hearProvider::hear);
            world.takeUnsent.take().forEach(errands::send);
            world.chaseOperations.chase().forEach(errands::ask);
            errands.finish();
            world.realTime.advance(A_WHILE);
        }
    }

    long openOperations() {
        return count("select count(*) from operation o join payment p on p.id = o.payment_id where p.merchant_id = ?"
                + " and o.state not in ('DONE', 'REFUSED')");
    }

    long openAlarms() {
        return count(
                "select count(*) from payment_alarm a join payment p on p.id = a.payment_id where p.merchant_id = ?");
    }

    /** Captures, cancels and refunds that the acquirer refused: nobody asks for more than there is. */
    long refusedMoves() {
        return count("select count(*) from operation o join payment p on p.id = o.payment_id where p.merchant_id = ?"
                + " and o.state = 'REFUSED' and o.kind in ('CAPTURE', 'CANCEL', 'REFUND')");
    }

    long lateMoney() {
        return count(
                "select count(*) from unmatched_money u join payment p on p.id = u.payment_id where p.merchant_id = ?");
    }

    /** Whether somebody has closed the invoice while a payment held it. */
    boolean closedByHand() {
        return closedByHand;
    }

    /** What the merchant has given back of its own will. */
    long refundedByMerchant() {
        return count(
                """
                select coalesce(sum(o.amount), 0)
                from operation o
                join payment p on p.id = o.payment_id
                where p.merchant_id = ? and o.kind = 'REFUND' and o.state = 'DONE' and o.amount < p.amount
                """);
    }

    List<UUID> payments() {
        return world.jdbc.queryForList(
                "select id from payment where merchant_id = ? order by created_at, id",
                UUID.class,
                world.merchant.value());
    }

    /** What we believe of a payment. */
    Acquirer.Sums sums(UUID payment) {
        return world.jdbc.queryForObject(
                "select authorized, captured, refunded, cancelled from payment where id = ?",
                (row, n) -> new Acquirer.Sums(row.getLong(1), row.getLong(2), row.getLong(3), row.getLong(4)),
                payment);
    }

    private void act(Happening happening) {
        int at = happening.at();
        var payer = payers.get(at % payers.size());
        switch (happening.what()) {
            case PAYER_PAYS_BY_WALLET -> errands.send(world.startPayment.start(PaymentWorld.now(payer, invoice)));
            case PAYER_OPENS_PAGE ->
                errands.send(world.startSession.start(
                        new SessionRequest(invoice, at % 3 == 0 ? Optional.empty() : Optional.of(payer.id()), BACK)));
            case PAYER_PAYS_ON_PAGE -> pick(openPages(), at).ifPresent(acquirer::payOnPage);
            case PAYER_LEAVES_PAGE -> pick(openPages(), at).ifPresent(acquirer::leavePage);
            case PAYER_ASKS_FOR_THE_PHONE_BILL ->
                errands.send(world.startBilling.start(new BillingRequest(
                        invoice, new PhoneBill(payer.phone(), at % 3 == 0 ? Confirmation.REPLY : Confirmation.PIN))));
            case OWNER_OF_PHONE_REPLIES -> pick(charges(), at).ifPresent(charge -> reply(charge, at));
            case PAYER_ENTERS_PIN ->
                pick(charges(), at)
                        .flatMap(OperationId::parse)
                        .ifPresent(charge -> errands.verify(new PinEntry(charge, at % 3 == 0 ? "9999" : "1234")));
            case PAYER_CHOOSES_A_DAY ->
                world.scheduleInvoice.schedule(PaymentWorld.on(today().plusDays(at % 45), payer, invoice));
            case DUE_PAYMENTS_BEGIN -> world.payScheduled.begin().forEach(errands::send);
            case INVOICES_EXPIRE -> world.expireInvoices.expire();
            case DAYS_PASS -> world.businessTime.advance(Duration.ofHours(at % 3 == 0 ? 5 : 8L * at));
            case PAYER_REJECTS -> world.rejectInvoice.reject(new Rejection(payer.id(), invoice));
            case MERCHANT_CANCELS -> world.cancelInvoice.cancel(asMerchant());
            case SOMEBODY_CLOSES_IT_BY_HAND -> world.inTransaction(this::closeByHand);
            case MERCHANT_REFUNDS ->
                pick(payments(), at)
                        .ifPresent(payment -> errands.send(world.requestOperation.request(new Adjustment(
                                new PaymentId(payment),
                                OperationKind.REFUND,
                                new Money(at % 3 == 0 ? 20_000 : 100 + at, DKK)))));
            case WORK_GOES_ON -> errands.goOn(at);
            case WAITING_OPERATIONS_ARE_TAKEN -> world.takeUnsent.take().forEach(errands::send);
            case SILENT_OPERATIONS_ARE_CHASED -> world.chaseOperations.chase().forEach(errands::ask);
            case WEBHOOK_ARRIVES -> pick(acquirer.webhooks, at).ifPresent(world.hearProvider::hear);
            case SERVICE_CRASHES -> errands.vanish();
            case TIME_PASSES -> world.realTime.advance(at % 2 == 0 ? Duration.ofSeconds(40) : A_WHILE);
        }
    }

    /** What no use case does: money for an invoice that is closed while a payment holds it comes too late. */
    private boolean closeByHand() {
        var asked = world.invoices.lock(invoice).orElseThrow();
        var canceled = asked.claim().map(asked::release).orElse(asked).cancel();
        world.invoices.update(canceled);
        world.events.record(Event.of(canceled, EventType.INVOICE_CANCELED, world.businessTime.instant(), Map.of()));
        closedByHand |= asked.claim().isPresent();
        return closedByHand;
    }

    private LocalDate today() {
        return LocalDate.ofInstant(world.businessTime.instant(), ZoneId.of("Europe/Copenhagen"));
    }

    private OwnInvoice asMerchant() {
        return new OwnInvoice(
                world.inTransaction(() -> world.merchants.find(world.merchant).orElseThrow()), invoice);
    }

    private List<String> openPages() {
        return acquirer.openPages(payments().stream().map(UUID::toString).toList());
    }

    /** Those that wait for the owner of a phone. */
    private List<String> charges() {
        return acquirer.phones.waiting(payments().stream().map(UUID::toString).toList());
    }

    private void reply(String charge, int at) {
        var bill =
                world.paymentOf(OperationId.parse(charge).orElseThrow()).bill().orElseThrow();
        acquirer.phones.reply(charge, bill.phone().number(), at % 4 == 0 ? "no" : "ok");
    }

    private long count(String sql) {
        return world.jdbc.queryForObject(sql, Long.class, world.merchant.value());
    }

    private static <T> Optional<T> pick(List<T> things, int at) {
        return things.isEmpty() ? Optional.empty() : Optional.of(things.get(at % things.size()));
    }
}
