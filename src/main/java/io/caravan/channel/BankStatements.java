package io.caravan.channel;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.caravan.core.money.Money;
import io.caravan.core.notice.Channel;
import io.caravan.core.payment.Listed;
import io.caravan.core.payment.OperationKind;
import io.caravan.core.payment.OperationState;
import io.caravan.core.paymentinvoice.BankReport;
import io.caravan.core.paymentinvoice.BankStatement;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Currency;
import java.util.Optional;

/**
 * The bank's own list of what came and what was given back on a day. What cannot be read wholly is not read at all; a
 * transfer that can be read but means nothing, such as one of nothing, is set aside.
 */
public final class BankStatements {

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
    public BankStatement read(int status, byte[] body, String after) {
        if (status != 200) {
            throw new IllegalStateException("The bank does not tell its list: HTTP status " + status);
        }
        try {
            var said = json.readValue(body, BankWire.Statement.class);
            if (said == null || said.transfers() == null || said.refunds() == null || after.equals(said.next())) {
                throw new IllegalStateException("The bank's list is incomplete");
            }
            var reports = said.transfers().stream().map(BankStatements::report).toList();
            return new BankStatement(
                    reports.stream()
                            .flatMap(report -> report.transfer().stream())
                            .toList(),
                    reports.stream()
                            .filter(report -> report.transfer().isEmpty())
                            .map(BankReport::words)
                            .toList(),
                    said.refunds().stream().map(BankStatements::listed).toList(),
                    Optional.ofNullable(said.next()).filter(next -> !next.isEmpty()));
        } catch (IOException | ArithmeticException | IllegalArgumentException e) {
            throw new IllegalStateException("The bank's list cannot be read", e);
        }
    }

    private static BankReport report(BankWire.Transfer said) {
        if (said == null || !PspWire.isId(said.id()) || said.amount() == null || said.currency() == null) {
            throw new IllegalStateException("The bank's list has an incomplete transfer");
        }
        return BankTransfers.report(Channel.BANK.text(), said);
    }

    private static Listed listed(BankWire.ListedRefund said) {
        if (said == null || !said.isComplete()) {
            throw new IllegalStateException("The bank's list has an incomplete refund");
        }
        return new Listed(
                said.bankId(),
                said.id(),
                said.payment(),
                Money.of(said.amount(), Currency.getInstance(said.currency())).minor(),
                said.currency(),
                Optional.of(OperationKind.REFUND),
                state(said.status()),
                "refund " + said.status());
    }

    private static Optional<OperationState> state(String status) {
        return switch (status) {
            case "done" -> Optional.of(OperationState.DONE);
            case "refused" -> Optional.of(OperationState.REFUSED);
            case "pending" -> Optional.of(OperationState.WAITING);
            default -> Optional.empty();
        };
    }
}
