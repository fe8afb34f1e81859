package io.caravan.core.privacy;

import io.caravan.core.id.Uuids;
import io.caravan.core.payer.Phone;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

/**
 * The wish that a payer be forgotten. It is remembered until nothing that is older than it names the payer any more: what
 * is open first comes to its end. Times are real time.
 *
 * @param phone empty once it is done
 * @param hint the phone, masked
 * @param step where its present look at all that names the payer is
 * @param changed what this look has erased
 * @param kept what this look has left
 * @param erased what all looks have erased
 * @param tries how often in a row it was taken and did not come on
 */
public record Erasure(
        UUID id,
        Optional<Phone> phone,
        String hint,
        String askedBy,
        Instant askedAt,
        ErasureStep step,
        long changed,
        long kept,
        long erased,
        int tries,
        Optional<Instant> nextAt,
        Optional<Instant> doneAt) {

    /** Tries in a row after which somebody should look. */
    public static final int FAILING = 3;

    /** Doublings of the pause, which then is 17 hours. */
    private static final int MOST_DOUBLINGS = 10;

    /** Between two looks. */
    static final Duration PAUSE = Duration.ofMinutes(1);

    public Erasure {
        Objects.requireNonNull(id);
        Objects.requireNonNull(phone);
        Objects.requireNonNull(hint);
        Objects.requireNonNull(askedBy);
        Objects.requireNonNull(askedAt);
        Objects.requireNonNull(step);
        Objects.requireNonNull(nextAt);
        Objects.requireNonNull(doneAt);
    }

    /** Begins at once. */
    public static Erasure of(Phone phone, String operator, Instant now) {
        return new Erasure(
                Uuids.ordered(),
                Optional.of(phone),
                phone.masked(),
                operator,
                now,
                ErasureStep.FIRST,
                0,
                0,
                0,
                0,
                Optional.of(now),
                Optional.empty());
    }

    /** In somebody's hands. If nothing comes of it, it waits, each time twice as long, and others go first. */
    public Erasure taken(Instant now) {
        var pause = PAUSE.multipliedBy(1L << Math.min(tries, MOST_DOUBLINGS));
        return with(step, changed, kept, erased, tries + 1, Optional.of(now.plus(pause)), phone, doneAt);
    }

    /** Has come on, and can go on at once. */
    public Erasure freed(Instant now) {
        return with(step, changed, kept, erased, 0, Optional.of(now), phone, doneAt);
    }

    public boolean isFailing() {
        return tries >= FAILING;
    }

    /** The same, going on behind this step with what was done since. */
    public Erasure after(Erased done, ErasureStep next) {
        return with(
                next,
                changed + done.erased(),
                kept + done.kept(),
                erased + done.erased(),
                tries,
                nextAt,
                phone,
                doneAt);
    }

    /** Whether its look, which has come to an end, has found nothing to do, and saw all that was begun before the wish. */
    public boolean isComplete(Instant now) {
        return changed == 0 && kept == 0 && !now.isBefore(askedAt.plus(PAUSE));
    }

    /** Looks at everything once more, later. */
    public Erasure again(Instant now) {
        return with(ErasureStep.FIRST, 0, kept, erased, tries, Optional.of(now.plus(PAUSE)), phone, doneAt);
    }

    /** Nothing of the payer is left but this, and it names nobody. */
    public Erasure done(Instant now) {
        return with(step, 0, 0, erased, 0, Optional.empty(), Optional.empty(), Optional.of(now));
    }

    /** At the start of a look, what the one before has left does not count. */
    public Erasure begun() {
        return step.equals(ErasureStep.FIRST) && changed == 0
                ? with(step, 0, 0, erased, tries, nextAt, phone, doneAt)
                : this;
    }

    private Erasure with(
            ErasureStep at,
            long changedNow,
            long keptNow,
            long erasedNow,
            int triesNow,
            Optional<Instant> next,
            Optional<Phone> of,
            Optional<Instant> done) {
        return new Erasure(id, of, hint, askedBy, askedAt, at, changedNow, keptNow, erasedNow, triesNow, next, done);
    }
}
