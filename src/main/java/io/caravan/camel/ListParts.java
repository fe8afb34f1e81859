package io.caravan.camel;

import java.util.HashSet;
import java.util.Set;
import org.apache.camel.Exchange;

/** The parts of a provider's list, each of which says where the next one begins. A list has an end. */
public final class ListParts {

    private static final String READ = "CaravanParts";
    private static final int MOST = 10_000;

    /**
     * Where the next part begins, which is the body; the first one begins at an empty text.
     *
     * @throws IllegalStateException if that part has been read, or if there are more than 10,000
     */
    public String begin(Exchange exchange) {
        var position = exchange.getMessage().getBody(String.class);
        if (position.isEmpty()) {
            exchange.setProperty(READ, new HashSet<String>());
        }
        @SuppressWarnings("unchecked")
        Set<String> read = exchange.getProperty(READ, Set.class);
        if (!read.add(position) || read.size() > MOST) {
            throw new IllegalStateException("The list does not end");
        }
        return position;
    }
}
