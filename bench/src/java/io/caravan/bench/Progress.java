package io.caravan.bench;

import java.util.Locale;

/** Says how far something is: what is done, what is left, and the figure so far. */
final class Progress {

    private Progress() {}

    static void of(String what, int done, int of) {
        System.out.printf(Locale.ROOT, "   %s: %,d done, %,d left%n", what, done, of - done);
    }

    static void of(String what, int done, int of, String figure) {
        System.out.printf(Locale.ROOT, "   %s: %,d done, %,d left, so far %s%n", what, done, of - done, figure);
    }
}
