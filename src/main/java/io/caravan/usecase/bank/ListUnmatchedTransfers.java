package io.caravan.usecase.bank;

import io.caravan.core.paymentinvoice.HeardTransfer;
import io.caravan.core.paymentinvoice.Transfers;
import java.util.List;

/** Tells operators the money that has come and pays nothing, the newest first. */
public class ListUnmatchedTransfers {

    private static final int PAGE = 100;

    private final Transfers transfers;

    public ListUnmatchedTransfers(Transfers transfers) {
        this.transfers = transfers;
    }

    public List<HeardTransfer> list() {
        return transfers.unmatched(PAGE);
    }
}
