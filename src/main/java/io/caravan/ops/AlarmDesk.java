package io.caravan.ops;

import io.caravan.core.ops.Act;
import io.caravan.core.ops.Matter;
import io.caravan.core.ops.MatterOrder;
import io.caravan.usecase.ops.CloseMatter;
import java.util.Locale;
import java.util.UUID;
import java.util.function.Supplier;
import org.springframework.jmx.export.annotation.ManagedOperation;
import org.springframework.jmx.export.annotation.ManagedOperationParameter;
import org.springframework.jmx.export.annotation.ManagedResource;

/** By which operators say over JMX that an alarm or a difference has been dealt with. It is an act, as in the console. */
@ManagedResource(
        objectName = "caravan:type=Alarms",
        description = "Alarms and differences that somebody has dealt with")
public final class AlarmDesk {

    private final CloseMatter closeMatter;
    private final Supplier<String> operator;

    /** @param operator the name of whoever calls */
    public AlarmDesk(CloseMatter closeMatter, Supplier<String> operator) {
        this.closeMatter = closeMatter;
        this.operator = operator;
    }

    /** Answers what was done, for people. */
    @ManagedOperation(description = "Takes note that an alarm or a difference has been dealt with")
    @ManagedOperationParameter(name = "kind", description = "alarm, difference, or late_money that was given back")
    @ManagedOperationParameter(name = "id", description = "its id, a UUID")
    @ManagedOperationParameter(name = "why", description = "what was found out, for the others")
    public String close(String kind, String id, String why) {
        var known = Matter.Kind.parse(kind.toUpperCase(Locale.ROOT))
                .orElseThrow(() -> new IllegalArgumentException("There is no such kind"));
        return closeMatter
                .close(new MatterOrder(known, UUID.fromString(id), operator.get(), why))
                .map(Act::note)
                .orElse("Nothing of this id is open");
    }
}
