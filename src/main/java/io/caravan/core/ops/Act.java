package io.caravan.core.ops;

import io.caravan.core.id.Uuids;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;

/**
 * Something that an operator did. It is written in the transaction that did it, or before Camel is told to do it, and never
 * changed.
 *
 * @param id later acts have larger ones
 * @param at in real time
 * @param subject what it was done to, such as {@code channel push}
 * @param note what came of it and why it was done, for other operators; nothing about a payer
 */
public record Act(UUID id, Instant at, String operator, ActKind kind, String subject, String note) {

    private static final int LONGEST_NAME = 64;
    private static final int LONGEST_SUBJECT = 255;
    private static final int LONGEST_NOTE = 1000;

    public Act {
        Objects.requireNonNull(id);
        Objects.requireNonNull(at);
        Objects.requireNonNull(kind);
        operator = cut(operator, LONGEST_NAME);
        subject = cut(subject, LONGEST_SUBJECT);
        note = cut(note, LONGEST_NOTE);
    }

    public static Act of(ActKind kind, String operator, String subject, String note, Instant at) {
        return new Act(Uuids.ordered(), at, operator, kind, subject, note);
    }

    private static String cut(String text, int length) {
        return text.substring(0, Math.min(text.length(), length));
    }
}
