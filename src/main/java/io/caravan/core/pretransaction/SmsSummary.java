package io.caravan.core.pretransaction;

/**
 * What became of the SMS that ask for a pre-transaction; receipts are not among them.
 *
 * @param sent whether a gateway took one
 * @param delivered whether one is on the phone
 * @param parts in which all of them were sent
 */
public record SmsSummary(boolean sent, boolean delivered, int parts) {

    /** There was none yet. */
    public static final SmsSummary NONE = new SmsSummary(false, false, 0);
}
