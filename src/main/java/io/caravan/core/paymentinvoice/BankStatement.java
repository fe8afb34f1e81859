package io.caravan.core.paymentinvoice;

import io.caravan.core.payment.Listed;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A part of a bank's own list of a day.
 *
 * @param transfers that came on that day
 * @param unread what it says of transfers that mean nothing, such as one of nothing, for people
 * @param refunds that ended on that day
 * @param next where the next part begins; empty after the last
 */
public record BankStatement(
        List<IncomingTransfer> transfers, List<String> unread, List<Listed> refunds, Optional<String> next) {

    public BankStatement {
        transfers = List.copyOf(transfers);
        unread = List.copyOf(unread);
        refunds = List.copyOf(refunds);
        Objects.requireNonNull(next);
    }

    /** The transfers as if each had been reported by itself, and then what means nothing. */
    public List<BankReport> reports() {
        return Stream.concat(
                        transfers.stream().map(BankStatement::report),
                        unread.stream().map(BankReport::unreadable))
                .toList();
    }

    private static BankReport report(IncomingTransfer transfer) {
        return new BankReport(Optional.of(transfer), Optional.empty(), transfer.toString());
    }
}
