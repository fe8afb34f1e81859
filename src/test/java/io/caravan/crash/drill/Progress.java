package io.caravan.crash.drill;

import java.io.PrintStream;
import java.time.Duration;

/** Lines that say how far a drill is. */
final class Progress {

    private final PrintStream out;
    private final long startedAt = System.nanoTime();

    Progress(PrintStream out) {
        this.out = out;
    }

    void say(String line) {
        var seconds = Duration.ofNanos(System.nanoTime() - startedAt).toSeconds();
        out.printf("%3d:%02d  %s%n", seconds / 60, seconds % 60, line);
    }
}
