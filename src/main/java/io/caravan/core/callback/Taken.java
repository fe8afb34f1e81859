package io.caravan.core.callback;

import java.util.List;

/**
 * What was taken for an endpoint.
 *
 * @param unspeakable events that could not be put into words and were given up
 * @param held whether the lease goes on; if not, it was given back or is lost
 */
public record Taken(List<Posting> postings, List<WaitingEvents.Waiting> unspeakable, boolean held) {

    public Taken {
        postings = List.copyOf(postings);
        unspeakable = List.copyOf(unspeakable);
    }

    /** Nothing, and the endpoint is not in hand any more. */
    public static Taken released() {
        return new Taken(List.of(), List.of(), false);
    }
}
