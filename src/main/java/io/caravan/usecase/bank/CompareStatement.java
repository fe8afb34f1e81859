package io.caravan.usecase.bank;

import io.caravan.core.event.Events;
import io.caravan.core.payment.ListPage;
import io.caravan.core.payment.Payments;
import io.caravan.core.payment.Reconciliation;
import io.caravan.core.paymentinvoice.BankStatement;
import io.caravan.core.paymentinvoice.IncomingTransfer;
import io.caravan.core.paymentinvoice.Transfers;
import io.caravan.usecase.reconciliation.CompareList;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import java.util.stream.Collectors;

/** Compares a part of a bank's list of a day, whose transfers have all been heard, with what we know. */
public class CompareStatement {

    private final Transfers transfers;
    private final CompareList refunds;

    public CompareStatement(
            Reconciliation reconciliation, Transfers transfers, Payments payments, Events events, Clock clock) {
        this.transfers = transfers;
        this.refunds = new CompareList(reconciliation, payments, events, clock);
    }

    /** Compares it and answers where the next part begins. */
    public Optional<String> compare(BankStatement statement, LocalDate day) {
        statement.transfers().stream()
                .collect(Collectors.groupingBy(
                        IncomingTransfer::provider, Collectors.mapping(IncomingTransfer::id, Collectors.toList())))
                .forEach((provider, ids) -> transfers.list(provider, ids, day));
        return refunds.compare(new ListPage(statement.refunds(), statement.next()), day);
    }
}
