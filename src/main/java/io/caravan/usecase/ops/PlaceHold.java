package io.caravan.usecase.ops;

import io.caravan.core.callback.EndpointId;
import io.caravan.core.hold.Hold;
import io.caravan.core.hold.HoldKind;
import io.caravan.core.hold.HoldOrder;
import io.caravan.core.hold.Holds;
import io.caravan.core.id.Uuids;
import io.caravan.core.notice.Channel;
import io.caravan.core.ops.Act;
import io.caravan.core.ops.ActKind;
import io.caravan.core.ops.Acts;
import java.time.Clock;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Supplier;

/** Holds something back in all instances, at once and until it is released. */
public class PlaceHold {

    private static final int LONGEST_NAME = 64;
    private static final int LONGEST_REASON = 500;

    private final Holds holds;
    private final Supplier<? extends Collection<String>> jobs;
    private final Acts acts;
    private final Clock realTime;

    /** @param jobs the names of those that this instance knows */
    public PlaceHold(Holds holds, Supplier<? extends Collection<String>> jobs, Acts acts, Clock realTime) {
        this.holds = holds;
        this.jobs = jobs;
        this.acts = acts;
        this.realTime = realTime;
    }

    /**
     * Places the hold; one that is there already stays as it is.
     *
     * @return empty if it was held already
     * @throws IllegalArgumentException if there is no such thing, or no reason
     */
    public Optional<Act> place(HoldOrder order) {
        if (order.why().isEmpty()) {
            throw new IllegalArgumentException("Say why: others will want to know");
        }
        refuseUnknown(order.kind(), order.name());
        var now = realTime.instant();
        var hold = new Hold(
                order.kind(), order.name(), now, cut(order.by(), LONGEST_NAME), cut(order.why(), LONGEST_REASON));
        if (!holds.place(hold)) {
            return Optional.empty();
        }
        var act = Act.of(ActKind.HOLD, order.by(), order.subject(), hold.why(), now);
        acts.add(act);
        return Optional.of(act);
    }

    private void refuseUnknown(HoldKind kind, String name) {
        switch (kind) {
            case CHANNEL ->
                refuseUnlessOneOf(
                        kind,
                        name,
                        Arrays.stream(Channel.values()).map(Channel::text).toList());
            case JOB -> refuseUnlessOneOf(kind, name, List.copyOf(jobs.get()));
            case ENDPOINT -> {
                if (Uuids.parse(name).map(EndpointId::new).filter(holds::exists).isEmpty()) {
                    throw new IllegalArgumentException("There is no endpoint with the id '" + name + "'");
                }
            }
        }
    }

    private static void refuseUnlessOneOf(HoldKind kind, String name, List<String> known) {
        if (!known.contains(name)) {
            throw new IllegalArgumentException("There is no %s '%s'; there are %s"
                    .formatted(kind.text(), name, String.join(", ", new TreeSet<>(known))));
        }
    }

    private static String cut(String text, int length) {
        return text.substring(0, Math.min(text.length(), length));
    }
}
