package io.caravan.core.privacy;

/**
 * What has become of some invoices or payments that named a payer.
 *
 * @param erased that name nobody any more
 * @param kept that are still open, and name the payer until they end
 */
public record Erased(long erased, long kept) {

    public static final Erased NOTHING = new Erased(0, 0);

    public Erased plus(Erased other) {
        return new Erased(erased + other.erased, kept + other.kept);
    }
}
