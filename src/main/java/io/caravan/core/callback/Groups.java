package io.caravan.core.callback;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** Waiting events put into groups, none with two events of one subject: groups may overtake each other. */
public final class Groups {

    private Groups() {}

    /** At most so many groups of at most this size, in the order of the events. What does not fit goes on waiting. */
    public static List<List<WaitingEvents.Waiting>> of(List<WaitingEvents.Waiting> waiting, int size, int groups) {
        Set<UUID> subjects = new HashSet<>();
        List<List<WaitingEvents.Waiting>> result = new ArrayList<>();
        List<WaitingEvents.Waiting> group = List.of();
        for (var callback : waiting) {
            if (!subjects.add(callback.event().subject())) {
                continue;
            }
            if (group.isEmpty() || group.size() == size) {
                if (result.size() == groups) {
                    break;
                }
                group = new ArrayList<>();
                result.add(group);
            }
            group.add(callback);
        }
        return result;
    }
}
