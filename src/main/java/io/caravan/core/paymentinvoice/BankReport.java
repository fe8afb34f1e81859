package io.caravan.core.paymentinvoice;

import java.util.Objects;
import java.util.Optional;

/**
 * What a bank says of its own accord; that it was the bank that said it has been proved.
 *
 * @param transfer money that has come
 * @param refusal that none will come
 * @param words for people: what it says
 */
public record BankReport(Optional<IncomingTransfer> transfer, Optional<BankRefusal> refusal, String words) {

    /**
     * That no money will come.
     *
     * @param provider the name of the channel to whoever says so
     * @param reference of the payment
     * @param reason in a word
     */
    public record BankRefusal(String provider, String reference, String reason) {

        public BankRefusal {
            Objects.requireNonNull(provider);
            Objects.requireNonNull(reference);
            Objects.requireNonNull(reason);
        }
    }

    public BankReport {
        Objects.requireNonNull(transfer);
        Objects.requireNonNull(refusal);
        Objects.requireNonNull(words);
    }

    /** Nothing that can be understood. */
    public static BankReport unreadable(String words) {
        return new BankReport(Optional.empty(), Optional.empty(), words);
    }
}
