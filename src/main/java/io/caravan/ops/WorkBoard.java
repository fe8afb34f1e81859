package io.caravan.ops;

import io.caravan.core.ops.JobRun;
import io.caravan.core.ops.StuckWork;
import io.caravan.usecase.ops.FindStuckWork;
import io.caravan.usecase.ops.ListJobs;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.jmx.export.annotation.ManagedOperation;
import org.springframework.jmx.export.annotation.ManagedResource;

/** What waits in all instances, from the relay to the callbacks, and the jobs: over JMX, as the console shows it. */
@ManagedResource(objectName = "caravan:type=Work", description = "What waits, is late or was given up; and the jobs")
public final class WorkBoard {

    private final FindStuckWork findStuckWork;
    private final ListJobs listJobs;

    public WorkBoard(FindStuckWork findStuckWork, ListJobs listJobs) {
        this.findStuckWork = findStuckWork;
        this.listJobs = listJobs;
    }

    /** By part, kind and state, as {@code notices push PARKED}: how many, and since when the oldest of them waits. */
    @ManagedOperation(description = "What has not ended: how many, and since when")
    public Map<String, String> stuck() {
        var shown = new LinkedHashMap<String, String>();
        findStuckWork.find().forEach(work -> shown.put(name(work), count(work) + " since " + work.oldest()));
        return shown;
    }

    /** By name: the last tick and the next. */
    @ManagedOperation(description = "The jobs: their last tick and their next")
    public Map<String, String> jobs() {
        var shown = new TreeMap<String, String>();
        listJobs.list().runs().forEach(run -> shown.put(run.name(), words(run)));
        return shown;
    }

    private static String name(StuckWork work) {
        return String.join(" ", work.part().name().toLowerCase(java.util.Locale.ROOT), work.kind(), work.state())
                .replace("  ", " ")
                .strip();
    }

    private static String count(StuckWork work) {
        return work.more() ? "more than " + work.count() : Long.toString(work.count());
    }

    private static String words(JobRun run) {
        return "last %s, next %s, %s"
                .formatted(
                        run.last().map(Object::toString).orElse("never"),
                        run.next().map(Object::toString).orElse("never"),
                        run.state());
    }
}
