package io.caravan.channel;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.caravan.core.money.Money;
import io.caravan.core.payment.ListPage;
import io.caravan.core.payment.Listed;
import io.caravan.core.payment.OperationKind;
import io.caravan.core.payment.OperationState;
import io.caravan.core.payment.Outcome;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Currency;
import java.util.Optional;

/** The carrier's own list of what ended on a day. What cannot be read wholly is not read at all. */
public final class CarrierLists {

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
            throw new IllegalStateException("The carrier does not tell its list: HTTP status " + status);
        }
        try {
            var page = json.readValue(body, CarrierWire.Page.class);
            if (page == null || page.transactions() == null || after.equals(page.next())) {
                throw new IllegalStateException("The carrier's list is incomplete");
            }
            return new ListPage(
                    page.transactions().stream().map(CarrierLists::listed).toList(), Optional.ofNullable(page.next()));
        } catch (IOException | ArithmeticException | IllegalArgumentException e) {
            throw new IllegalStateException("The carrier's list cannot be read", e);
        }
    }

    private static Listed listed(CarrierWire.Transaction entry) {
        if (entry == null || !entry.isComplete()) {
            throw new IllegalStateException("The carrier's list has an incomplete transaction");
        }
        var amount = Money.of(entry.price().abs(), Currency.getInstance(entry.currency()));
        var kind = entry.price().signum() < 0 ? OperationKind.REFUND : OperationKind.CHARGE;
        return new Listed(
                entry.id(),
                entry.transactionId(),
                entry.correlationId(),
                amount.minor(),
                entry.currency(),
                Optional.of(kind),
                state(entry),
                (kind == OperationKind.REFUND ? "reversal " : "charge ") + entry.statusCode());
    }

    /** A charge that was reversed has been made. */
    private static Optional<OperationState> state(CarrierWire.Transaction entry) {
        if (entry.statusCode().equals("Reversed")) {
            return Optional.of(OperationState.DONE);
        }
        return Optional.of(CarrierWords.outcome(
                        entry.id(), entry.statusCode(), entry.detailedStatusCode(), entry.billed()))
                .filter(Outcome::isDefinite)
                .map(Outcome::state);
    }
}
