package io.caravan.bench;

import java.math.BigDecimal;
import java.util.Optional;

/** One figure of a run: what was measured on which path, what it is compared with, and what it should reach. */
record Finding(
        String path,
        String measure,
        String unit,
        double value,
        Optional<Comparison> comparison,
        Optional<Target> target) {

    /** The same figure of the bare program, and service to bare: the median of the rounds, and the extremes. */
    record Comparison(double bare, double ratio, double lowest, double highest) {}

    /** A bound on the ratio where there is a comparison, else on the value. */
    record Target(boolean atLeast, double bound) {

        @Override
        public String toString() {
            return (atLeast ? "at least " : "at most ")
                    + BigDecimal.valueOf(bound).stripTrailingZeros().toPlainString();
        }
    }

    static Finding of(String path, String measure, String unit, double value) {
        return new Finding(path, measure, unit, value, Optional.empty(), Optional.empty());
    }

    Finding atLeast(double bound) {
        return new Finding(path, measure, unit, value, comparison, Optional.of(new Target(true, bound)));
    }

    Finding atMost(double bound) {
        return new Finding(path, measure, unit, value, comparison, Optional.of(new Target(false, bound)));
    }

    Finding withoutTarget() {
        return new Finding(path, measure, unit, value, comparison, Optional.empty());
    }

    /** Whether the target is reached; nothing where there is none. */
    Optional<Boolean> reached() {
        var decisive = comparison.map(Comparison::ratio).orElse(value);
        return target.map(aim -> aim.atLeast() ? decisive >= aim.bound() : decisive <= aim.bound());
    }
}
