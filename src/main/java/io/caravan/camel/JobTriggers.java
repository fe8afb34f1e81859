package io.caravan.camel;

import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.apache.camel.CamelContext;
import org.apache.camel.Route;
import org.apache.camel.component.quartz.QuartzEndpoint;
import org.quartz.JobDetail;
import org.quartz.ObjectAlreadyExistsException;
import org.quartz.Scheduler;
import org.quartz.SchedulerException;
import org.quartz.Trigger;
import org.quartz.TriggerKey;
import org.quartz.impl.matchers.GroupMatcher;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The triggers of jobs, which all instances share and which outlive the routes that made them. An instance that starts
 * deletes those of which it has no route. While versions differ it may so delete one of another instance, which misses
 * it within half a minute and stores it again.
 */
public final class JobTriggers {

    private static final Logger LOG = LoggerFactory.getLogger("caravan.jobs");

    /** Of all our jobs. */
    private static final String GROUP = "caravan";

    private record Stored(JobDetail job, Trigger trigger) {}

    private final CamelContext camel;
    private final Scheduler scheduler;
    private final Map<TriggerKey, Stored> seen = new ConcurrentHashMap<>();

    /** Each call of the scheduler is a transaction. */
    public JobTriggers(CamelContext camel, Scheduler scheduler) {
        this.camel = camel;
        this.scheduler = scheduler;
    }

    /** The names of the jobs of which this instance has routes, stopped ones included. */
    public Set<String> names() {
        return own().stream().map(TriggerKey::getName).collect(Collectors.toSet());
    }

    /** Whether this instance has a route for it. */
    public boolean owns(TriggerKey key) {
        return own().contains(key);
    }

    /** Deletes what no route of this instance owns. All routes have been loaded. */
    public void deleteOthers() throws SchedulerException {
        var own = own();
        for (var key : stored()) {
            var trigger = own.contains(key) ? null : scheduler.getTrigger(key);
            if (trigger != null && scheduler.deleteJob(trigger.getJobKey())) {
                LOG.info("Deleted the trigger {}, of which there is no route here", key.getName());
            }
        }
    }

    /** Stores those triggers of this instance again that another one has deleted. */
    public void restoreOwn() throws SchedulerException {
        var stored = stored();
        for (var key : own()) {
            if (stored.contains(key)) {
                remember(key);
            } else {
                var lost = seen.get(key);
                if (lost != null) {
                    restore(lost);
                }
            }
        }
    }

    /** Has the triggers looked up anew: their routes may have changed. */
    public void forget() {
        seen.clear();
    }

    private void remember(TriggerKey key) throws SchedulerException {
        var trigger = seen.containsKey(key) ? null : scheduler.getTrigger(key);
        var job = trigger == null ? null : scheduler.getJobDetail(trigger.getJobKey());
        if (job != null) {
            seen.put(key, new Stored(job, trigger));
        }
    }

    private void restore(Stored lost) throws SchedulerException {
        try {
            scheduler.scheduleJob(
                    lost.job(), lost.trigger().getTriggerBuilder().startNow().build());
            LOG.info("Stored the trigger {} again", lost.trigger().getKey().getName());
        } catch (ObjectAlreadyExistsException e) {
            LOG.debug("Another instance was faster", e);
        }
    }

    private Set<TriggerKey> stored() throws SchedulerException {
        return scheduler.getTriggerKeys(GroupMatcher.triggerGroupEquals(GROUP));
    }

    private Set<TriggerKey> own() {
        return camel.getRoutes().stream()
                .map(Route::getEndpoint)
                .filter(QuartzEndpoint.class::isInstance)
                .map(endpoint -> ((QuartzEndpoint) endpoint).getTriggerKey())
                .collect(Collectors.toSet());
    }
}
