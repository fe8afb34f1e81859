package io.caravan.money;

import static org.assertj.core.api.Assertions.assertThat;

import io.caravan.SaleWorld;
import io.caravan.core.event.EventType;
import io.caravan.core.payment.OperationId;
import io.caravan.core.payment.OperationKind;
import io.caravan.core.payment.Outcome;
import io.caravan.core.problem.InvalidInput;
import io.caravan.core.problem.Problem;
import io.caravan.store.Database;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Whatever a sales unit, a payer and an acquirer do with a payment, its events add up to it. */
class SaleSumsTests {

    /** What somebody does, with how much, and what the acquirer says to it. */
    record Act(String who, long amount, String says) {}

    @Provide
    Arbitrary<List<Act>> acts() {
        var who = Arbitraries.of("approve", "capture", "capture", "refund", "cancel", "reject", "expire", "settle");
        var amount = Arbitraries.longs().between(-1, 40_000);
        var says = Arbitraries.of("done", "done", "done", "refused", "nothing");
        return Combinators.combine(who, amount, says)
                .as(Act::new)
                .list()
                .ofMinSize(3)
                .ofMaxSize(12);
    }

    @Property(tries = 60)
    void onH2(@ForAll("acts") List<Act> acts) {
        check(Database.H2, acts);
    }

    @Property(tries = 60)
    void onPostgreSql(@ForAll("acts") List<Act> acts) {
        check(Database.POSTGRESQL, acts);
    }

    private static void check(Database database, List<Act> acts) {
        var sale = new SaleWorld(database);
        var reference = sale.created();
        var silent = new ArrayList<OperationId>();
        for (var act : acts) {
            try {
                carryOut(sale, reference, act, silent);
            } catch (Problem | InvalidInput refused) {
                // it may well be
            }
            assertSums(sale, reference);
        }
    }

    private static void carryOut(SaleWorld sale, String reference, Act act, List<OperationId> silent) {
        switch (act.who()) {
            case "approve" -> provide(sale, sale.beginToApprove(reference), act, silent);
            case "reject" -> sale.rejectPayment.reject(sale.approval(reference));
            case "settle" ->
                silent.stream().findFirst().ifPresent(id -> {
                    silent.remove(id);
                    sale.world.settleOperation.settle(
                            id, 0, outcome(act.says().equals("nothing") ? "done" : act.says()));
                });
            case "expire" -> {
                if (act.amount() > 35_000) {
                    sale.world.businessTime.advance(java.time.Duration.ofMinutes(11));
                }
                sale.expirePayments.expire();
            }
            default -> {
                var kind = OperationKind.valueOf(act.who().toUpperCase(java.util.Locale.ROOT));
                var wish = sale.wish(
                        kind, reference, act.amount(), UUID.randomUUID().toString());
                sale.requestAdjustment.request(wish).operation().ifPresent(id -> provide(sale, id, act, silent));
            }
        }
    }

    private static void provide(SaleWorld sale, OperationId id, Act act, List<OperationId> silent) {
        sale.provide(id, outcome(act.says()));
        if (act.says().equals("nothing")) {
            silent.add(id);
        }
    }

    private static Outcome outcome(String says) {
        return switch (says) {
            case "done" -> SaleWorld.done();
            case "refused" -> Outcome.refused("refused");
            default -> Outcome.unknown("no answer");
        };
    }

    private static void assertSums(SaleWorld sale, String reference) {
        var report = sale.report(reference);
        var payment = report.payment();
        assertThat(report.status()).isEqualTo(payment.status());
        assertThat(report.moved(EventType.PAYMENT_AUTHORIZED)).isEqualTo(payment.authorized());
        assertThat(report.moved(EventType.PAYMENT_CAPTURED)).isEqualTo(payment.captured());
        assertThat(report.moved(EventType.PAYMENT_REFUNDED)).isEqualTo(payment.refunded());
        assertThat(report.moved(EventType.PAYMENT_CANCELLED)).isEqualTo(payment.cancelled());
        assertThat(payment.authorized().isMoreThan(payment.amount())).isFalse();
        sale.history(reference);
    }
}
