package io.caravan.core.payment;

/** What a payer reads on the bank statement: no more than it has room for. */
public record StatementText(String value) {

    /** In characters, each of which may be two of Java's. */
    private static final int LONGEST = 30;

    public StatementText {
        if (length(value) > LONGEST) {
            throw new IllegalArgumentException("a bank statement takes " + LONGEST + " characters");
        }
    }

    /** As much of this text as there is room for. */
    public static StatementText of(String text) {
        var fits = length(text) <= LONGEST;
        return new StatementText(fits ? text : text.substring(0, text.offsetByCodePoints(0, LONGEST)));
    }

    private static int length(String text) {
        return text.codePointCount(0, text.length());
    }
}
