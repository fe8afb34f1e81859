package io.caravan.core.dialect;

import java.util.Locale;

/** One of the public APIs. */
public enum Dialect {
    MOBILEPAY,
    MOBILEINVOICE,
    EPAYMENT,
    PAYMENTINVOICES;

    /** Whether a merchant that answers a callback with this HTTP status has taken it. */
    public boolean isTaken(int status) {
        return switch (this) {
            case MOBILEPAY, MOBILEINVOICE, EPAYMENT -> status >= 200 && status < 300;
            case PAYMENTINVOICES -> status == 200;
        };
    }

    /** As written in settings, tables and metrics. */
    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }
}
