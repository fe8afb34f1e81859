package io.caravan.crash.drill;

import io.caravan.support.OtherVersion;
import io.caravan.support.ServiceProcess;
import java.time.Duration;

/**
 * Replaces instances of the version before by present ones, one after the other, then goes all the way back, and forward
 * again. In between, each mixture works for a while.
 */
final class Upgrader extends Disturbance {

    private static final int STAGES = 7;

    private final Site site;
    private final OtherVersion before;
    private final Duration stage;
    private final Journal journal;
    private final Progress progress;

    Upgrader(Site site, OtherVersion before, Duration load, Journal journal, Progress progress) {
        this.site = site;
        this.before = before;
        this.stage = load.dividedBy(STAGES);
        this.journal = journal;
        this.progress = progress;
    }

    /** It goes through all its stages; they are as long as the time that it has. */
    @Override
    void end() {}

    @Override
    void disturb() throws InterruptedException {
        var first = site.instances.get(0);
        var others = site.instances.subList(1, site.instances.size());
        work("only old ones");
        upgrade(first);
        work("a new one migrated the tables, beside old ones that run on");
        others.forEach(this::goBack);
        work("old ones that were started on the new tables, beside a new one");
        others.forEach(this::upgrade);
        work("only new ones");
        goBack(first);
        work("one has gone back, beside new ones");
        others.forEach(this::goBack);
        work("all have gone back");
        site.instances.forEach(this::upgrade);
        work("only new ones again");
    }

    private void upgrade(ServiceProcess instance) {
        site.replace(instance, instance::becomePresent);
        count("instances started as the present version");
    }

    private void goBack(ServiceProcess instance) {
        site.replace(instance, () -> instance.become(before));
        count("instances started as the version before on the new tables");
    }

    /** Merchants and payers act for a while; something of it has to come to its end. */
    private void work(String how) throws InterruptedException {
        var stories = stories();
        pause(stage);
        progress.say(how + ": " + (stories() - stories) + " stories");
        if (stories() == stories) {
            journal.broken("nothing came to its end with " + how);
        }
    }

    private long stories() {
        return journal.figures().getOrDefault("stories", 0L);
    }
}
