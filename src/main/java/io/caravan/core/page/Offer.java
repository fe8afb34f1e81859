package io.caravan.core.page;

import io.caravan.core.notice.Channel;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * How an invoice can be paid on its page, if its merchant has said so.
 *
 * @param ways on the card acquirer's page, in a wallet app, or on the bill of a phone
 * @param names by which the merchant has offered these
 * @param chosen the one of the ways that the payer has chosen before coming here
 * @param watched whether it is written down when the page is first seen; such an invoice is due at its end
 * @param returnUrl where the payer goes who has paid, or whose payment has ended otherwise
 */
public record Offer(
        Set<Channel> ways,
        Map<String, Channel> names,
        Optional<Channel> chosen,
        boolean watched,
        Optional<String> returnUrl) {

    /** Of an invoice whose merchant has said nothing. */
    public static final Offer WALLET =
            new Offer(Set.of(Channel.PUSH), Map.of(), Optional.empty(), false, Optional.empty());

    public Offer {
        ways = Set.copyOf(ways);
        names = Map.copyOf(names);
        Objects.requireNonNull(chosen);
        Objects.requireNonNull(returnUrl);
    }

    /** For a payer who comes with such a name; if it is none that is offered, the same. */
    public Offer choosing(String name) {
        return new Offer(ways, names, Optional.ofNullable(names.get(name)).filter(ways::contains), watched, returnUrl);
    }

    /** Whether the page has this way to pay. */
    public boolean shows(Channel way) {
        return ways.contains(way) && chosen.orElse(way) == way;
    }
}
