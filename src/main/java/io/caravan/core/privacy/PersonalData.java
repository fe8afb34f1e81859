package io.caravan.core.privacy;

import io.caravan.core.payer.PayerId;
import io.caravan.core.payer.Phone;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** All that is known of payers, wherever it is stored. Whatever is erased keeps its sums, states and numbers. */
public interface PersonalData {

    /** Rows of a source that lead on, and behind which it goes on; no row if the source has been read to its end. */
    record Lead(List<UUID> invoices, List<UUID> payments, Optional<ErasureStep> next) {

        public Lead {
            invoices = List.copyOf(invoices);
            payments = List.copyOf(payments);
        }
    }

    /** The next rows of a source that name this payer. */
    Lead follow(ErasureStep step, Phone phone, Optional<PayerId> payer, int limit);

    /** Erases the payer of those of these invoices that have ended, with all that hangs on them, if older than this. */
    Erased eraseInvoices(List<UUID> invoices, Instant until);

    /** Erases the payer of those of these payments that have ended, with all that hangs on them, if older than this. */
    Erased erasePayments(List<UUID> payments, Instant until);

    /** Whether the wallet's account is needed: something has been scheduled or begun with it that has not ended. */
    boolean isInUse(PayerId payer);

    /** Removes the wallet's account, its profile, and what the phone sent us before this time. */
    void eraseAccount(Phone phone, Optional<PayerId> payer, Instant until);

    /**
     * Erases the payers of the oldest invoices, payments, receipts and transfers from before this time; what is open is
     * looked at again after {@code lookAgainAt}.
     *
     * @return whether there may be more
     */
    boolean eraseBefore(Instant before, Instant lookAgainAt, int limit);

    /** What is held of this payer, by kind. */
    List<Holding> holdings(Phone phone, Optional<PayerId> payer);

    /** All of it, at most so many rows of a kind. */
    List<HeldRows> export(Phone phone, Optional<PayerId> payer, int limit);
}
