package io.caravan.core.page;

import java.time.Duration;

/**
 * How often pages may have invoices put on phone bills within {@link #WINDOW}, in real time. Each time the invoice is held
 * until the owner of the phone has answered, and that person gets an SMS.
 */
public record PhoneLimits(int perInvoice, int perAddress) {

    public static final Duration WINDOW = Duration.ofHours(1);
}
