package io.caravan.ops;

import io.caravan.core.hold.Hold;
import io.caravan.core.hold.HoldKind;
import io.caravan.core.hold.HoldOrder;
import io.caravan.core.merchant.MerchantId;
import io.caravan.usecase.callback.ListEndpoints;
import io.caravan.usecase.ops.ListHolds;
import io.caravan.usecase.ops.PlaceHold;
import io.caravan.usecase.ops.ReleaseHold;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jmx.export.annotation.ManagedOperation;
import org.springframework.jmx.export.annotation.ManagedOperationParameter;
import org.springframework.jmx.export.annotation.ManagedResource;

/** Where operators hold parts of the service and release them, over JMX, and so in Hawtio. */
@ManagedResource(objectName = "caravan:type=Holds", description = "Holds parts of the service back, in all instances")
public final class HoldDesk {

    private static final Logger LOG = LoggerFactory.getLogger("caravan.holds");

    private final PlaceHold placeHold;
    private final ReleaseHold releaseHold;
    private final ListHolds listHolds;
    private final ListEndpoints listEndpoints;
    private final Supplier<String> operator;

    /** @param operator the name of whoever calls */
    public HoldDesk(
            PlaceHold placeHold,
            ReleaseHold releaseHold,
            ListHolds listHolds,
            ListEndpoints listEndpoints,
            Supplier<String> operator) {
        this.placeHold = placeHold;
        this.releaseHold = releaseHold;
        this.listHolds = listHolds;
        this.listEndpoints = listEndpoints;
        this.operator = operator;
    }

    /** Answers what has become of it, for people. */
    @ManagedOperation(description = "Holds a channel, an endpoint or a job back in all instances, until it is released")
    @ManagedOperationParameter(name = "kind", description = "channel, endpoint or job")
    @ManagedOperationParameter(name = "name", description = "as push, the id of an endpoint, or expire")
    @ManagedOperationParameter(name = "why", description = "for others, who will want to know")
    public String hold(String kind, String name, String why) {
        var by = operator.get();
        if (placeHold.place(new HoldOrder(kind(kind), name(name), by, why)).isEmpty()) {
            return "The %s %s was held already".formatted(kind, name);
        }
        LOG.warn("{} holds the {} {}: {}", by, kind, name, why);
        return "The %s %s is held".formatted(kind, name);
    }

    /** Answers what has become of it, for people. */
    @ManagedOperation(description = "Lets go on what is held, in all instances")
    @ManagedOperationParameter(name = "kind", description = "channel, endpoint or job")
    @ManagedOperationParameter(name = "name", description = "as in the list")
    public String release(String kind, String name) {
        var by = operator.get();
        releaseHold.release(new HoldOrder(kind(kind), name(name), by, ""));
        LOG.warn("{} has released the {} {}", by, kind, name);
        return "The %s %s goes on".formatted(kind, name);
    }

    @ManagedOperation(description = "What is held, since when, by whom and why")
    public List<Map<String, String>> list() {
        return listHolds.list().stream().map(HoldDesk::shown).toList();
    }

    @ManagedOperation(description = "The endpoints of a merchant: the id of each, its dialect and address")
    @ManagedOperationParameter(name = "merchant", description = "its id")
    public Map<String, String> endpoints(String merchant) {
        var id = MerchantId.parse(merchant)
                .orElseThrow(() -> new IllegalArgumentException("'" + merchant + "' is no id of a merchant"));
        var shown = new LinkedHashMap<String, String>();
        listEndpoints.list(id).forEach((endpoint, what) -> shown.put(endpoint.toString(), what));
        return shown;
    }

    private static Map<String, String> shown(Hold hold) {
        var shown = new LinkedHashMap<String, String>();
        shown.put("kind", hold.kind().text());
        shown.put("name", hold.name());
        shown.put("since", hold.since().toString());
        shown.put("by", hold.by());
        shown.put("why", hold.why());
        return shown;
    }

    private static String name(String text) {
        return text == null ? "" : text.strip().toLowerCase(Locale.ROOT);
    }

    private static HoldKind kind(String text) {
        return Arrays.stream(HoldKind.values())
                .filter(kind -> kind.text().equalsIgnoreCase(text))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        "Nothing of the kind '" + text + "' can be held; channel, endpoint and job can"));
    }
}
