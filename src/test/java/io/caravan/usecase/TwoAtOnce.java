package io.caravan.usecase;

import static io.caravan.PaymentWorld.now;

import io.caravan.PaymentWorld;
import io.caravan.core.invoice.InvoiceId;
import io.caravan.core.invoice.OwnInvoice;
import io.caravan.core.payer.Payer;
import io.caravan.core.payment.OperationId;
import io.caravan.core.payment.Outcome;
import io.caravan.core.problem.Problem;
import io.caravan.store.Database;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;

/** Two who do something to an invoice at the same moment. */
abstract class TwoAtOnce {

    static final int ROUNDS = 25;

    private final ExecutorService threads = Executors.newFixedThreadPool(2);

    PaymentWorld world;
    Payer payer;
    InvoiceId invoice;

    @AfterEach
    void stop() {
        threads.shutdownNow();
    }

    void prepare(Visits visits) {
        world = visits.world;
        invoice = visits.invoice;
        var phone = visits.world.invoice(invoice).draft().phone().orElseThrow();
        payer = world.inTransaction(() -> world.payers.find(phone)).orElseThrow();
    }

    void prepare(Database database) {
        world = PaymentWorld.beside(database);
        payer = world.aPayer();
        invoice = world.anInvoiceFor(payer);
    }

    OperationId pay() {
        return world.startPayment.start(now(payer, invoice));
    }

    OperationId payToTheEnd() {
        var charge = pay();
        world.sendOperation.send(charge);
        settle(charge, Outcome.done("ch_1"));
        return charge;
    }

    Object settle(OperationId charge, Outcome outcome) {
        return world.settleOperation.settle(charge, 1, outcome);
    }

    Object cancel() {
        var merchant =
                world.inTransaction(() -> world.merchants.find(world.merchant)).orElseThrow();
        world.cancelInvoice.cancel(new OwnInvoice(merchant, invoice));
        return "canceled";
    }

    /** What the two answered: a value, or the code of the problem they met. */
    List<Object> atOnce(Callable<?> one, Callable<?> other) throws Exception {
        var barrier = new CyclicBarrier(2);
        var first = threads.submit(() -> {
            barrier.await();
            return one.call();
        });
        var second = threads.submit(() -> {
            barrier.await();
            return other.call();
        });
        return List.of(result(first), result(second));
    }

    private static Object result(Future<?> future) throws Exception {
        try {
            return future.get(10, TimeUnit.MINUTES);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof Problem problem) {
                return problem.code();
            }
            throw e;
        }
    }
}
