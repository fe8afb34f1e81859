package io.caravan.channel;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.caravan.core.payment.ListPage;
import io.caravan.core.payment.Listed;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;

/** The card acquirer's own list of a day. What cannot be read wholly is not read at all. */
public final class PspLists {

    private final ObjectMapper json = PspWire.mapper();

    /** The query that asks for a part of the list of this day; the first one begins at an empty text. */
    public String query(LocalDate day, String after) {
        return "day=" + day + (after.isEmpty() ? "" : "&after=" + URLEncoder.encode(after, StandardCharsets.UTF_8));
    }

    /**
     * Reads a part of the list.
     *
     * @throws IllegalStateException if this is no such part, or leads back to itself
     */
    public ListPage read(int status, byte[] body, String after) {
        if (status != 200) {
            throw new IllegalStateException("The acquirer does not tell its list: HTTP status " + status);
        }
        try {
            var page = json.readValue(body, PspWire.Page.class);
            if (page == null || page.operations() == null || after.equals(page.next())) {
                throw new IllegalStateException("The acquirer's list is incomplete");
            }
            return new ListPage(
                    page.operations().stream().map(PspLists::listed).toList(), Optional.ofNullable(page.next()));
        } catch (IOException e) {
            throw new IllegalStateException("The acquirer's list cannot be read", e);
        }
    }

    private static Listed listed(PspWire.Entry entry) {
        if (entry == null || !PspWire.isId(entry.id()) || entry.amount() == null) {
            throw new IllegalStateException("The acquirer's list has an operation without id or amount");
        }
        var kind = PspWords.kind(text(entry.kind()));
        return new Listed(
                entry.id(),
                text(entry.idempotencyKey()),
                text(entry.reference()),
                entry.amount(),
                text(entry.currency()),
                kind,
                kind.flatMap(known -> PspWords.state(known, text(entry.status()))),
                text(entry.kind()) + " " + text(entry.status()));
    }

    private static String text(String value) {
        return Objects.requireNonNullElse(value, "");
    }
}
