package io.caravan.bench;

import java.util.Arrays;

/** What one round of load has shown: how many answers in what time, and how long each took. */
record Round(double seconds, long[] sortedNanos, double serverCpuSeconds, double ownCpuSeconds) {

    static Round of(double seconds, long[] nanos, double serverCpuSeconds, double ownCpuSeconds) {
        var sorted = nanos.clone();
        Arrays.sort(sorted);
        return new Round(seconds, sorted, serverCpuSeconds, ownCpuSeconds);
    }

    double perSecond() {
        return sortedNanos.length / seconds;
    }

    double p50Millis() {
        return quantile(0.50);
    }

    double p99Millis() {
        return quantile(0.99);
    }

    /** Processor time of the measured process for one request. */
    double serverMicros() {
        return serverCpuSeconds * 1e6 / sortedNanos.length;
    }

    /** Processor time of the load generator for one request. */
    double ownMicros() {
        return ownCpuSeconds * 1e6 / sortedNanos.length;
    }

    private double quantile(double share) {
        return sortedNanos[(int) Math.min(sortedNanos.length - 1L, (long) (share * sortedNanos.length))] / 1e6;
    }
}
