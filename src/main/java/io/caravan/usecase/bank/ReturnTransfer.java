package io.caravan.usecase.bank;

import io.caravan.core.ops.Act;
import io.caravan.core.ops.ActKind;
import io.caravan.core.ops.Acts;
import io.caravan.core.paymentinvoice.TransferReturn;
import io.caravan.core.paymentinvoice.TransferState;
import io.caravan.core.paymentinvoice.Transfers;
import io.caravan.core.problem.Problem;
import io.caravan.core.problem.ProblemCode;
import java.time.Clock;
import java.util.Optional;

/** Takes note that somebody has paid back by hand what has come and pays nothing. */
public class ReturnTransfer {

    private final Transfers transfers;
    private final Acts acts;
    private final Clock realTime;

    public ReturnTransfer(Transfers transfers, Acts acts, Clock realTime) {
        this.transfers = transfers;
        this.acts = acts;
        this.realTime = realTime;
    }

    /**
     * Empty if somebody was faster: it was paid back before, or has paid something by now.
     *
     * @throws Problem TRANSFER_UNKNOWN
     */
    public Optional<Act> giveBack(TransferReturn order) {
        var heard = transfers
                .lock(order.provider(), order.transfer())
                .orElseThrow(() -> Problem.of(ProblemCode.TRANSFER_UNKNOWN, order.transfer()));
        if (heard.state() != TransferState.UNMATCHED) {
            return Optional.empty();
        }
        transfers.update(heard.returned());
        var act = Act.of(
                ActKind.RETURN_TRANSFER,
                order.by(),
                "transfer " + order.transfer(),
                "%s: %s".formatted(heard.transfer().amount(), order.why()),
                realTime.instant());
        acts.add(act);
        return Optional.of(act);
    }
}
