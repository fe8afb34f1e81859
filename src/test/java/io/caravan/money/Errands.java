package io.caravan.money;

import static org.assertj.core.api.Assertions.assertThat;

import io.caravan.PaymentWorld;
import io.caravan.core.payment.Instruction;
import io.caravan.core.payment.OperationId;
import io.caravan.core.payment.OperationState;
import io.caravan.core.payment.Outcome;
import io.caravan.core.payment.PinEntry;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What the routes do between the use cases and the acquirer, cut into the steps between which a process can die, a
 * request or an answer be lost, and somebody else be faster.
 */
final class Errands {

    enum Fault {
        NONE,
        REQUEST_LOST,
        ANSWER_LOST
    }

    /** The rest of an errand. */
    private interface Step {
        Optional<Step> go(Fault fault);
    }

    private final PaymentWorld world;
    private final Acquirer acquirer;
    private final List<Step> underWay = new ArrayList<>();
    private final Set<OperationId> sent = new HashSet<>();

    Errands(PaymentWorld world, Acquirer acquirer) {
        this.world = world;
        this.acquirer = acquirer;
    }

    void send(OperationId operation) {
        underWay.add(fault -> world.sendOperation.send(operation).map(this::firstPost));
    }

    /** Whatever is posted once more, the acquirer must have been asked about. */
    private Step firstPost(Instruction instruction) {
        assertThat(sent.add(instruction.operation().id()))
                .as("sent for the first time")
                .isTrue();
        return post(instruction);
    }

    void ask(Instruction silent) {
        underWay.add(fault -> {
            if (fault != Fault.NONE) {
                return Optional.of(settle(silent, acquirer.psp.silence(silent, new IOException("lost"))));
            }
            var reply = acquirer.ask(silent);
            var outcome = acquirer.readLookup(silent, reply);
            return Optional.of(reply.status() == 404 ? settleThenResend(silent, outcome) : settle(silent, outcome));
        });
    }

    void verify(PinEntry entry) {
        underWay.add(fault -> {
            var asked = world.preparePin.prepare(entry);
            if (asked.isEmpty() || fault == Fault.REQUEST_LOST) {
                return Optional.empty();
            }
            var reply = acquirer.phones.verify(entry);
            return fault == Fault.ANSWER_LOST
                    ? Optional.empty()
                    : Optional.of(settle(
                            asked.get(),
                            acquirer.phones
                                    .carrier
                                    .readPin(asked.get(), reply.status(), reply.bytes())
                                    .outcome()));
        });
    }

    boolean isEmpty() {
        return underWay.isEmpty();
    }

    /** One of them does its next step. */
    void goOn(int at) {
        if (!isEmpty()) {
            var fault =
                    switch (at % 5) {
                        case 3 -> Fault.REQUEST_LOST;
                        case 4 -> Fault.ANSWER_LOST;
                        default -> Fault.NONE;
                    };
            underWay.remove(at % underWay.size()).go(fault).ifPresent(underWay::add);
        }
    }

    /** All do all their steps, and nothing is lost. */
    void finish() {
        while (!isEmpty()) {
            underWay.remove(0).go(Fault.NONE).ifPresent(underWay::add);
        }
    }

    /** Nobody does the rest of them. */
    void vanish() {
        underWay.clear();
    }

    private Step post(Instruction instruction) {
        return fault -> Optional.of(settle(instruction, told(instruction, fault)));
    }

    private Outcome told(Instruction instruction, Fault fault) {
        return switch (fault) {
            case NONE -> {
                var reply = acquirer.tell(instruction);
                yield acquirer.readAnswer(instruction, reply);
            }
            case REQUEST_LOST -> acquirer.psp.silence(instruction, new IOException("lost"));
            case ANSWER_LOST -> {
                acquirer.tell(instruction);
                yield acquirer.psp.silence(instruction, new IOException("lost"));
            }
        };
    }

    private Step settle(Instruction instruction, Outcome outcome) {
        return fault -> {
            record(instruction, outcome);
            return Optional.empty();
        };
    }

    private Step settleThenResend(Instruction instruction, Outcome outcome) {
        return fault -> {
            record(instruction, outcome);
            return Optional.of(again -> resend(instruction).map(this::post));
        };
    }

    /** Only the last attempt may. */
    private Optional<Instruction> resend(Instruction instruction) {
        var before = world.operation(instruction.operation().id());
        var again = world.resendOperation.resend(instruction);
        if (again.isPresent()) {
            assertThat(instruction.operation().fence())
                    .as("the attempt that sends again")
                    .isEqualTo(before.fence());
        }
        return again;
    }

    /** That nobody knows is taken from the last attempt only. */
    private void record(Instruction instruction, Outcome outcome) {
        var operation = instruction.operation();
        var before = world.operation(operation.id());
        world.settleOperation.settle(operation.id(), operation.fence(), outcome);
        if (outcome.state() == OperationState.UNKNOWN && operation.fence() != before.fence()) {
            assertThat(world.operation(operation.id()))
                    .as("after the silence of an attempt that was overtaken")
                    .isEqualTo(before);
        }
    }
}
