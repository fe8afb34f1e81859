package io.caravan.crash.drill;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Random;
import java.util.SplittableRandom;

/**
 * Kills processes at random, one or two at a time, leaves them dead for a while, and starts them again. Now and then it
 * freezes one instead.
 */
final class Killer extends Disturbance {

    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(16);
    private static final Duration LONGEST_START = Duration.ofMinutes(2);
    private static final Duration LONGEST_DEATH = Duration.ofSeconds(5);
    private static final Duration LOOKED_AT_EVERY = Duration.ofMillis(500);

    /** Two in three freezes are longer than most leases, and than silent connections are waited for. */
    private static final Duration LONGEST_FREEZE = Duration.ofSeconds(75);

    /** One round in so many freezes instead of killing. */
    private static final int FREEZES = 6;

    private final Site site;
    private final Random random;

    Killer(Site site, long seed) {
        this.site = site;
        this.random = new Random(new SplittableRandom(seed).nextLong());
    }

    @Override
    void disturb() throws InterruptedException {
        while (!pause(3000, LONGEST_PAUSE)) {
            if (random.nextInt(FREEZES) == 0) {
                freeze();
            } else {
                round();
            }
            site.heal();
        }
    }

    /** An instance stands still with all that it holds, and goes on as if nothing had been. */
    private void freeze() throws InterruptedException {
        var instance = site.instances.get(random.nextInt(site.instances.size()));
        if (!instance.isRunning()) {
            return;
        }
        kill("instance frozen", instance::freeze);
        try {
            pause(1000, LONGEST_FREEZE);
        } finally {
            instance.thaw();
        }
    }

    private void round() throws InterruptedException {
        var dice = random.nextInt(100);
        var starts = new ArrayList<Runnable>();
        if (site.database.isPresent() && (dice < 20 || dice >= 92)) {
            var server = site.database.get();
            kill("database", server::kill);
            starts.add(server::start);
        }
        if (site.broker.isPresent() && dice >= 15 && dice < 35) {
            var process = site.broker.get();
            kill("broker", process::kill);
            starts.add(process::start);
        }
        if (dice >= 30) {
            var instance = site.instances.get(random.nextInt(site.instances.size()));
            kill("instance", instance::kill);
            starts.add(instance::launch);
        }
        if (starts.isEmpty()) {
            var instance = site.instances.get(0);
            kill("instance", instance::kill);
            starts.add(instance::launch);
        }
        pause(0, LONGEST_DEATH);
        starts.forEach(Runnable::run);
        if (random.nextInt(3) > 0) {
            awaitReady();
        }
    }

    /** For a while: on a slow machine others are killed while one starts. */
    private void awaitReady() throws InterruptedException {
        var end = System.nanoTime() + LONGEST_START.toNanos();
        while (!site.isReady() && System.nanoTime() < end && !pause(LOOKED_AT_EVERY)) {
            site.heal();
        }
    }

    private void kill(String what, Runnable kill) {
        kill.run();
        count("kills of the " + what);
    }

    private boolean pause(int least, Duration longest) throws InterruptedException {
        return pause(Duration.ofMillis(least + random.nextInt((int) longest.toMillis())));
    }
}
