package io.caravan.core.dialect;

import java.util.Locale;

/** One of the public APIs. */
public enum Dialect {
    MOBILEPAY,
    MOBILEINVOICE,
    EPAYMENT,
    PAYMENTINVOICES;

    /** As written in settings, tables and metrics. */
    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }
}
