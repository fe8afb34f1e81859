package io.caravan.web.ops;

import io.caravan.core.dialect.Answer;
import io.caravan.core.ops.OperatorRequest;
import io.caravan.core.paymentinvoice.HeardTransfer;
import io.caravan.core.paymentinvoice.PaymentInvoiceId;
import io.caravan.core.paymentinvoice.TransferAssignment;
import java.util.List;

/** Money that has come and pays nothing, and the form by which a person says what it pays. */
public final class TransferPages {

    private static final int FULL = 100;

    private final Console console;
    private final Times times;

    /** @param times business time */
    public TransferPages(Console console, Times times) {
        this.console = console;
        this.times = times;
    }

    /** @throws IllegalArgumentException if it names no payment invoice */
    public TransferAssignment readAssignment(OperatorRequest request) {
        var invoice = PaymentInvoiceId.parse(request.field("invoice"))
                .orElseThrow(() -> new IllegalArgumentException("The id of a payment invoice looks like cpi_…"));
        return new TransferAssignment(
                request.field("provider"), request.field("transfer"), invoice, request.operator());
    }

    public Answer show(List<HeardTransfer> transfers, OperatorRequest request) {
        var table = Section.table(
                        "",
                        List.of("Came (UTC)", "Amount", "Reference, sender", "Transfer", "Why it pays nothing", ""),
                        transfers.stream().map(this::row).toList(),
                        "All money that has come has paid something.")
                .noting(
                        "What its payer has meant can be assigned to a payment invoice that still waits. Anything else is"
                                + " paid back by hand, at the bank."
                                + (transfers.size() < FULL ? "" : " Only the newest " + FULL + " are shown."));
        return console.draw(Sheet.of(Place.TRANSFERS, table), request);
    }

    private List<Cell> row(HeardTransfer heard) {
        var transfer = heard.transfer();
        return List.of(
                times.cell(heard.at()),
                Cell.of(transfer.amount().toString()),
                Cell.of(transfer.reference(), transfer.sender()),
                Cell.of(transfer.id(), transfer.provider()),
                Cell.of(heard.why().orElse("")),
                Cell.forms(Form.act(
                        "assign-" + transfer.id(),
                        "assign",
                        "Assign",
                        "second",
                        Field.hidden("provider", transfer.provider()),
                        Field.hidden("transfer", transfer.id()),
                        Field.text("invoice", "Payment invoice", "cpi_…"))));
    }
}
