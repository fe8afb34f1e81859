package io.caravan.usecase.bank;

import io.caravan.core.paymentinvoice.HeardTransfer;
import io.caravan.core.paymentinvoice.TransferPlace;
import io.caravan.core.paymentinvoice.Transfers;
import java.util.List;

/** Tells operators the money that has come and pays nothing, the newest first, a page at a time. */
public class ListUnmatchedTransfers {

    private final Transfers transfers;

    public ListUnmatchedTransfers(Transfers transfers) {
        this.transfers = transfers;
    }

    /** Those after this place. */
    public List<HeardTransfer> list(TransferPlace after) {
        return transfers.unmatched(after, Transfers.PAGE);
    }
}
