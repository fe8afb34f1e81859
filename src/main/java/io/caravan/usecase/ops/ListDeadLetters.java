package io.caravan.usecase.ops;

import io.caravan.core.ops.DeadLetterBox;
import io.caravan.core.ops.DeadLetterQuery;
import io.caravan.core.ops.DeadLetters;

/** Tells operators what was given up, the newest first. */
public class ListDeadLetters {

    /** Callbacks on a page, and notices. */
    public static final int PAGE = 50;

    private final DeadLetterBox box;

    public ListDeadLetters(DeadLetterBox box) {
        this.box = box;
    }

    public DeadLetters list(DeadLetterQuery query) {
        return new DeadLetters(box.notices(query.notices(), PAGE), box.callbacks(query.callbacks(), PAGE));
    }
}
