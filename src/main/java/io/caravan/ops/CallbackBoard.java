package io.caravan.ops;

import io.micrometer.core.instrument.Measurement;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.jmx.export.annotation.ManagedAttribute;
import org.springframework.jmx.export.annotation.ManagedResource;

/**
 * How callbacks fare, by dialect, over JMX: the same figures as the metrics {@code caravan.callbacks.*}. What is counted
 * is counted since this instance was started.
 */
@ManagedResource(objectName = "caravan:type=Callbacks", description = "How callbacks to merchants fare, by dialect")
public final class CallbackBoard {

    private final MeterRegistry registry;

    public CallbackBoard(MeterRegistry registry) {
        this.registry = registry;
    }

    @ManagedAttribute(description = "Events on their way to merchants, of all instances")
    public Map<String, Long> getPending() {
        return figures("pending");
    }

    @ManagedAttribute(description = "Exchanges with merchants that are under way in this instance")
    public Map<String, Long> getInFlight() {
        return figures("open");
    }

    @ManagedAttribute(description = "Deliveries that merchants have taken from this instance")
    public Map<String, Long> getDelivered() {
        return figures("delivered");
    }

    @ManagedAttribute(description = "Attempts of this instance that failed")
    public Map<String, Long> getFailedAttempts() {
        return figures("failed.attempts");
    }

    @ManagedAttribute(description = "Callbacks that this instance gave up")
    public Map<String, Long> getDeadLettered() {
        return figures("dead");
    }

    @ManagedAttribute(description = "Age in seconds of the oldest event on its way, of all instances")
    public Map<String, Long> getOldestPendingSeconds() {
        return figures("oldest.pending.seconds");
    }

    @ManagedAttribute(description = "Endpoints that failed too often and get probes only")
    public Map<String, Long> getSuspendedEndpoints() {
        return figures("suspended.endpoints");
    }

    private Map<String, Long> figures(String name) {
        var result = new TreeMap<String, Long>();
        registry.find("caravan.callbacks." + name).meters().forEach(meter -> {
            for (Measurement measurement : meter.measure()) {
                result.put(meter.getId().getTag("dialect"), (long) measurement.getValue());
            }
        });
        return result;
    }
}
