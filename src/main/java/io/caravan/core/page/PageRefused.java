package io.caravan.core.page;

/** Why a page is not shown, or a form not taken. Nothing has happened. */
public final class PageRefused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** The reasons. */
    public enum Reason {
        /** There is no such page, or its link has been withdrawn. */
        UNKNOWN,
        /** The form is too old, or not ours; or the invoice has changed since it was drawn. */
        OUTDATED,
        /** The form cannot be read at all. */
        MALFORMED,
        /** Too many addresses of pages were tried that do not exist. */
        TOO_MANY_GUESSES,
        /** This phone has been asked often enough for now. */
        TOO_MANY_TO_PHONE,
        /** Too many prompts were asked for from this address. */
        TOO_MANY_FROM_ADDRESS,
        /** This invoice, or this phone, was put on a phone bill too often for now; or too many were from this address. */
        TOO_MANY_PHONE_BILLS
    }

    private final Reason reason;

    public PageRefused(Reason reason) {
        super(reason.name(), null, false, false);
        this.reason = reason;
    }

    public Reason reason() {
        return reason;
    }
}
