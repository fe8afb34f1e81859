package io.caravan.core.payment;

import io.caravan.core.notice.Channel;
import java.util.Optional;

/** What a provider has said of its own accord; that it was the provider who said it has been proved. */
public interface Testimony {

    /** The channel to the provider who has said it. */
    Channel provider();

    /** The same each time that it is said. */
    String id();

    /** The operation that it names, whether or not there is such a one. */
    Optional<OperationId> about();

    /** What it means for that operation. */
    Outcome outcome(Instruction instruction);

    /** For people: what it says. */
    String words();
}
