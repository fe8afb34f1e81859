package io.caravan.core.paymentinvoice;

import io.caravan.core.payment.PaymentId;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** All money that has come. */
public interface Transfers {

    /** How many a list shows at once. */
    int PAGE = 100;

    /**
     * Stores a transfer that was heard of.
     *
     * @return false if it was heard of before: then nothing is stored
     */
    boolean add(HeardTransfer heard);

    Optional<HeardTransfer> find(String provider, String id);

    /** The one that has paid this. */
    Optional<IncomingTransfer> find(PaymentId payment);

    /** The transfer, locked until the transaction ends. */
    Optional<HeardTransfer> lock(String provider, String id);

    /** Writes state and payment of a locked one. */
    void update(HeardTransfer heard);

    /** Remembers that the provider's own list of this day has these transfers, and with them what they have paid. */
    void list(String provider, Collection<String> ids, LocalDate day);

    /** Those after this place that pay nothing and wait for a person, the newest first. */
    List<HeardTransfer> unmatched(TransferPlace after, int limit);
}
