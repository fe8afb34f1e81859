package io.caravan.core.privacy;

import java.time.Instant;
import java.util.Objects;
import java.util.UUID;

/**
 * Where an erasure is in its look at all that names the payer.
 *
 * @param source where it looks
 * @param afterAt time of the last row there that it has looked at, for sources in order of time
 * @param afterId that row
 */
public record ErasureStep(Source source, Instant afterAt, UUID afterId) {

    /** What leads from a payer to invoices and payments, in this order. */
    public enum Source {
        /** Invoices to the phone. */
        INVOICE,
        /** Payments on the phone's bill. */
        PHONE,
        /** Payments that the phone was asked for. */
        REQUEST,
        /** Payments from the wallet. */
        PAYER,
        /** Invoices for which the payer chose a day. */
        SCHEDULE;

        boolean isLast() {
            return ordinal() == values().length - 1;
        }

        Source next() {
            return values()[ordinal() + 1];
        }
    }

    /** Before the first row of the first source. */
    public static final ErasureStep FIRST = at(Source.INVOICE);

    public ErasureStep {
        Objects.requireNonNull(source);
        Objects.requireNonNull(afterAt);
        Objects.requireNonNull(afterId);
    }

    public boolean isLast() {
        return source.isLast();
    }

    /** Before the first row of the next source. */
    public ErasureStep next() {
        return at(source.next());
    }

    /** The same source, behind this row. */
    public ErasureStep behind(Instant at, UUID id) {
        return new ErasureStep(source, at, id);
    }

    private static ErasureStep at(Source source) {
        return new ErasureStep(source, Instant.EPOCH, new UUID(0, 0));
    }
}
