package io.caravan.usecase;

import static io.caravan.usecase.TransferWorld.newId;
import static io.caravan.usecase.TransferWorld.transfer;
import static org.assertj.core.api.Assertions.assertThat;

import io.caravan.core.paymentinvoice.BankReport;
import io.caravan.core.paymentinvoice.ConfirmationDraft;
import io.caravan.core.paymentinvoice.TransferAssignment;
import io.caravan.core.paymentinvoice.TransferReturn;
import io.caravan.core.problem.Problem;
import io.caravan.core.problem.ProblemCode;
import io.caravan.store.Database;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Two at once, many times over. */
class TransferRaceTests {

    private static final int ROUNDS = 15;

    private final ExecutorService threads = Executors.newFixedThreadPool(2);
    private TransferWorld world;

    @AfterEach
    void stop() {
        threads.shutdownNow();
    }

    @ParameterizedTest
    @EnumSource
    void aReportThatComesTwiceAtOnceCountsOnce(Database database) throws Exception {
        world = new TransferWorld(database);
        for (int round = 0; round < ROUNDS; round++) {
            var invoice = world.created();
            var report = transfer(newId(), invoice.reference().text(), 1234);

            atOnce(() -> hear(report), () -> hear(report));

            assertThat(world.report(invoice).payment().captured().minor()).isEqualTo(1234);
            assertThat(world.report(invoice).events()).hasSize(2);
        }
        assertThat(world.world.sounded).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void ofTwoTransfersOnePaysAndTheOtherStaysInSight(Database database) throws Exception {
        world = new TransferWorld(database);
        for (int round = 0; round < ROUNDS; round++) {
            var invoice = world.created();
            var one = newId();
            var other = newId();

            atOnce(
                    () -> hear(transfer(one, invoice.reference().text(), 1234)),
                    () -> hear(transfer(other, invoice.reference().text(), 1234)));

            assertThat(world.report(invoice).payment().captured().minor()).isEqualTo(1234);
            assertThat(List.of(world.why(one).isPresent(), world.why(other).isPresent()))
                    .containsExactlyInAnyOrder(true, false);
        }
    }

    @ParameterizedTest
    @EnumSource
    void aReportAndTheExpiryAgree(Database database) throws Exception {
        world = new TransferWorld(database);
        for (int round = 0; round < ROUNDS; round++) {
            var invoice = world.created();
            var id = newId();
            world.world.jdbc.update(
                    "update payment set expires_at = created_at where id = ?",
                    invoice.payment().value());

            atOnce(() -> hear(transfer(id, invoice.reference().text(), 1234)), () -> world.expire.expire(100));

            assertThat(world.status(invoice)).isEqualTo(world.why(id).isPresent() ? "expired" : "processed");
        }
    }

    @ParameterizedTest
    @EnumSource
    void ofTwoConfirmationsOneIsTaken(Database database) throws Exception {
        world = new TransferWorld(database);
        for (int round = 0; round < ROUNDS; round++) {
            var invoice = world.created();

            var results = atOnce(
                    () -> world.confirm.confirm(new ConfirmationDraft(invoice.id(), Map.of("confirm_number", "1"))),
                    () -> world.confirm.confirm(new ConfirmationDraft(invoice.id(), Map.of("confirm_number", "2"))));

            assertThat(results).containsOnlyOnce(ProblemCode.CONFIRMED_OTHERWISE);
        }
    }

    @ParameterizedTest
    @EnumSource
    void theSameRequestTwiceAtOnceIsOnePayment(Database database) throws Exception {
        world = new TransferWorld(database);
        for (int round = 0; round < ROUNDS; round++) {
            var draft = world.draft(Optional.of("race-" + UUID.randomUUID()), "a");

            var results = atOnce(
                    () -> world.create.create(draft).invoice().id(),
                    () -> world.create.create(draft).invoice().id());

            assertThat(results.get(0)).isEqualTo(results.get(1));
        }
    }

    @ParameterizedTest
    @EnumSource
    void whatIsAssignedAndPaidBackAtOnceIsOneOfBoth(Database database) throws Exception {
        world = new TransferWorld(database);
        for (int round = 0; round < ROUNDS; round++) {
            var invoice = world.created();
            var id = newId();
            hear(transfer(id, "a wrong reference", 1234));

            var results = atOnce(
                    () -> world.assign.assign(new TransferAssignment("bank", id, invoice.id(), "ops")),
                    () -> world.giveBack.giveBack(new TransferReturn("bank", id, "ops", "sent back")));

            var paid = world.report(invoice).payment().captured().minor() == 1234;
            assertThat(results.get(0).equals(ProblemCode.TRANSFER_NOT_ASSIGNABLE))
                    .isEqualTo(!paid);
            assertThat(results.get(1).equals(Optional.empty())).isEqualTo(paid);
            assertThat(acts(id)).containsExactly(paid ? "ASSIGN_TRANSFER" : "RETURN_TRANSFER");
        }
    }

    @ParameterizedTest
    @EnumSource
    void ofTwoWhoSayThatItWasPaidBackTheSecondIsToldThatTheOtherWasFaster(Database database) throws Exception {
        world = new TransferWorld(database);
        for (int round = 0; round < ROUNDS; round++) {
            var id = newId();
            hear(transfer(id, "a wrong reference", 1234));

            var results = atOnce(
                    () -> world.giveBack.giveBack(new TransferReturn("bank", id, "one", "sent back")),
                    () -> world.giveBack.giveBack(new TransferReturn("bank", id, "other", "sent back")));

            assertThat(results).containsOnlyOnce(Optional.empty());
            assertThat(acts(id)).containsExactly("RETURN_TRANSFER");
        }
    }

    private List<String> acts(String transfer) {
        return world.world.jdbc.queryForList(
                "select kind from operator_act where subject = ?", String.class, "transfer " + transfer);
    }

    private Object hear(BankReport report) {
        world.hearBank.hear(report);
        return report;
    }

    private List<Object> atOnce(Callable<?> one, Callable<?> other) throws Exception {
        var start = new CyclicBarrier(2);
        var first = threads.submit(() -> begin(start, one));
        var second = threads.submit(() -> begin(start, other));
        return List.of(result(first), result(second));
    }

    private static Object begin(CyclicBarrier start, Callable<?> work) throws Exception {
        start.await(10, TimeUnit.MINUTES);
        return work.call();
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
