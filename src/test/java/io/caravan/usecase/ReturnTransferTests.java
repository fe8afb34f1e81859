package io.caravan.usecase;

import static io.caravan.usecase.TransferWorld.newId;
import static io.caravan.usecase.TransferWorld.transfer;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.caravan.core.ops.Act;
import io.caravan.core.ops.ActKind;
import io.caravan.core.paymentinvoice.TransferAssignment;
import io.caravan.core.paymentinvoice.TransferReturn;
import io.caravan.core.paymentinvoice.TransferState;
import io.caravan.core.problem.Problem;
import io.caravan.core.problem.ProblemCode;
import io.caravan.store.Database;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Money that pays nothing, and that somebody has paid back at the bank. */
class ReturnTransferTests {

    private TransferWorld world;

    @ParameterizedTest
    @EnumSource
    void whatWasPaidBackByHandLeavesTheListAndIsWrittenDownOnce(Database database) {
        world = new TransferWorld(database);
        var id = newId();
        world.hearBank.hear(transfer(id, "nobody knows this", 1234));

        var first = world.giveBack.giveBack(order(id));
        var second = world.giveBack.giveBack(order(id));

        assertThat(first)
                .get()
                .returns(ActKind.RETURN_TRANSFER, Act::kind)
                .returns("ops", Act::operator)
                .returns("transfer " + id, Act::subject)
                .returns("12.34 EUR: sent back at the bank", Act::note);
        assertThat(second).isEmpty();
        assertThat(state(id)).isEqualTo(TransferState.RETURNED);
        assertThat(world.why(id)).isEmpty();
        assertThat(world.world.jdbc.queryForList(
                        "select kind from operator_act where subject = ?", String.class, "transfer " + id))
                .containsExactly("RETURN_TRANSFER");
    }

    @ParameterizedTest
    @EnumSource
    void whatHasPaidSomethingIsNotNotedAsPaidBack(Database database) {
        world = new TransferWorld(database);
        var matched = newId();
        var assigned = newId();
        var invoice = world.created();
        world.hearBank.hear(transfer(matched, world.created().reference().text(), 1234));
        world.hearBank.hear(transfer(assigned, "a wrong reference", 1234));
        world.assign.assign(new TransferAssignment("bank", assigned, invoice.id(), "ops"));

        assertThat(world.giveBack.giveBack(order(matched))).isEmpty();
        assertThat(world.giveBack.giveBack(order(assigned))).isEmpty();

        assertThat(state(matched)).isEqualTo(TransferState.MATCHED);
        assertThat(state(assigned)).isEqualTo(TransferState.ASSIGNED);
    }

    @ParameterizedTest
    @EnumSource
    void whatWasPaidBackPaysNothingMoreAndIsNoNewMoneyWhenItIsReportedAgain(Database database) {
        world = new TransferWorld(database);
        var invoice = world.created();
        var id = newId();
        world.hearBank.hear(transfer(id, "a wrong reference", 1234));
        world.giveBack.giveBack(order(id));

        assertThatThrownBy(() -> world.assign.assign(new TransferAssignment("bank", id, invoice.id(), "ops")))
                .isInstanceOfSatisfying(Problem.class, problem -> assertThat(problem.code())
                        .isEqualTo(ProblemCode.TRANSFER_NOT_ASSIGNABLE));
        world.hearBank.hear(transfer(id, "a wrong reference", 1234));

        assertThat(state(id)).isEqualTo(TransferState.RETURNED);
        assertThat(world.status(invoice)).isEqualTo("process_pending");
        assertThat(world.world.sounded).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void whatIsUnknownOrGoesWithoutAReasonIsRefused(Database database) {
        world = new TransferWorld(database);

        assertThatThrownBy(() -> world.giveBack.giveBack(order("none")))
                .isInstanceOfSatisfying(
                        Problem.class, problem -> assertThat(problem.code()).isEqualTo(ProblemCode.TRANSFER_UNKNOWN));
        assertThatThrownBy(() -> new TransferReturn("bank", "none", "ops", " "))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new TransferReturn("bank", "none", "ops", "x".repeat(201)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private TransferState state(String id) {
        return world.world.jdbc.queryForObject(
                "select state from incoming_transfer where id = ?", TransferState.class, id);
    }

    private static TransferReturn order(String id) {
        return new TransferReturn("bank", id, "ops", "sent back at the bank");
    }
}
