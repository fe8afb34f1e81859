package io.caravan.camel;

import io.caravan.core.hold.HoldKind;
import io.caravan.usecase.ops.CheckHold;
import org.quartz.JobExecutionContext;
import org.quartz.Trigger;
import org.quartz.listeners.TriggerListenerSupport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Lets the ticks of held jobs pass without effect, and those of jobs for which this instance has no route. */
public final class HeldJobs extends TriggerListenerSupport {

    private static final Logger LOG = LoggerFactory.getLogger("caravan.jobs");

    private final CheckHold checkHold;
    private final JobTriggers triggers;

    public HeldJobs(CheckHold checkHold, JobTriggers triggers) {
        this.checkHold = checkHold;
        this.triggers = triggers;
    }

    @Override
    public String getName() {
        return "held-jobs";
    }

    /** A tick that cannot be judged passes too: Quartz would keep a trigger whose listener failed. */
    @Override
    public boolean vetoJobExecution(Trigger trigger, JobExecutionContext context) {
        try {
            return !triggers.owns(trigger.getKey()) || !mayRun(trigger.getKey().getName());
        } catch (RuntimeException e) {
            LOG.warn("A tick of {} is left out: {}", trigger.getKey().getName(), e.toString());
            return true;
        }
    }

    /** Whether nobody holds this job. */
    public boolean mayRun(String job) {
        return !checkHold.isHeld(HoldKind.JOB, job);
    }
}
