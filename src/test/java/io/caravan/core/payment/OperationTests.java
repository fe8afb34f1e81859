package io.caravan.core.payment;

import static org.assertj.core.api.Assertions.assertThat;

import io.caravan.core.money.Money;
import io.caravan.core.notice.Channel;
import java.util.Currency;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class OperationTests {

    /** The attempt that is under way. */
    private static final long ATTEMPT = 3;

    @ParameterizedTest
    @EnumSource(names = {"REQUESTED", "SENT", "UNKNOWN"})
    void aDefiniteOutcomeIsTakenFromWhoeverBringsIt(OperationState open) {
        assertThat(an(open).settle(Outcome.done("ch_1"), 0).state()).isEqualTo(OperationState.DONE);
        assertThat(an(open).settle(Outcome.refused("declined"), 0).state()).isEqualTo(OperationState.REFUSED);
    }

    @Test
    void thatItIsUnknownIsTakenOnlyFromTheAttemptThatIsUnderWay() {
        var sent = an(OperationState.SENT);

        assertThat(sent.settle(Outcome.unknown("silence"), ATTEMPT).state()).isEqualTo(OperationState.UNKNOWN);
        assertThat(sent.settle(Outcome.unknown("silence"), ATTEMPT - 1)).isEqualTo(sent);
    }

    @ParameterizedTest
    @EnumSource(names = {"DONE", "REFUSED"})
    void nothingChangesADefiniteOutcome(OperationState definite) {
        var operation = an(definite);

        assertThat(operation.settle(Outcome.done("ch_2"), ATTEMPT)).isEqualTo(operation);
        assertThat(operation.settle(Outcome.refused("declined"), ATTEMPT)).isEqualTo(operation);
        assertThat(operation.settle(Outcome.unknown("silence"), ATTEMPT)).isEqualTo(operation);
    }

    @Test
    void theOppositeContradictsADefiniteOutcome() {
        assertThat(an(OperationState.DONE).isContradictedBy(Outcome.refused("declined")))
                .isTrue();
        assertThat(an(OperationState.REFUSED).isContradictedBy(Outcome.done("ch_1")))
                .isTrue();
    }

    @Test
    void theSameDoneTwiceUnderAnotherReferenceIsAContradiction() {
        var done = an(OperationState.SENT).settle(Outcome.done("ch_1"), ATTEMPT);

        assertThat(done.isContradictedBy(Outcome.done("ch_1"))).isFalse();
        assertThat(done.isContradictedBy(Outcome.done("ch_2"))).isTrue();
    }

    @Test
    void silenceContradictsNothing() {
        for (var state : OperationState.values()) {
            assertThat(an(state).isContradictedBy(Outcome.unknown("silence"))).isFalse();
        }
    }

    /** The table in docs/states.md. Change both, or neither. */
    @Test
    void statesFollowOneAnotherAsDocumented() {
        var table = Stream.of(OperationState.values())
                .map(state -> state + " -> " + state.next())
                .collect(Collectors.joining("\n", "", "\n"));

        assertThat(table)
                .isEqualTo(
                        """
                REQUESTED -> [SENT, WAITING, DONE, REFUSED, UNKNOWN]
                SENT -> [WAITING, DONE, REFUSED, UNKNOWN]
                WAITING -> [DONE, REFUSED]
                DONE -> []
                REFUSED -> []
                UNKNOWN -> [SENT, WAITING, DONE, REFUSED]
                """);
    }

    private static Operation an(OperationState state) {
        return new Operation(
                OperationId.random(),
                PaymentId.random(),
                Channel.PSP,
                OperationKind.CHARGE,
                new Money(36000, Currency.getInstance("DKK")),
                state,
                ATTEMPT,
                state == OperationState.DONE ? Optional.of("ch_0") : Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }
}
