package io.caravan.core.paymentinvoice;

import java.util.EnumSet;
import java.util.Set;

/** What became of money that has come. */
public enum TransferState {
    /** It pays nothing: a person must see to it. */
    UNMATCHED,
    /** It has paid what its reference says. */
    MATCHED,
    /** It has paid what a person says. */
    ASSIGNED,
    /** It pays nothing, and a person has paid it back by hand. */
    RETURNED;

    public Set<TransferState> next() {
        return switch (this) {
            case UNMATCHED -> EnumSet.of(ASSIGNED, RETURNED);
            case MATCHED, ASSIGNED, RETURNED -> EnumSet.noneOf(TransferState.class);
        };
    }
}
