package io.caravan.web.ops;

import io.caravan.core.dialect.Answer;
import io.caravan.core.ops.OperatorRequest;
import io.caravan.core.paymentinvoice.HeardTransfer;
import io.caravan.core.paymentinvoice.IncomingTransfer;
import io.caravan.core.paymentinvoice.PaymentInvoiceId;
import io.caravan.core.paymentinvoice.TransferAssignment;
import io.caravan.core.paymentinvoice.TransferPlace;
import io.caravan.core.paymentinvoice.TransferReturn;
import io.caravan.core.paymentinvoice.Transfers;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.List;

/** Money that has come and pays nothing, and the forms by which a person says what it pays, or that it was paid back. */
public final class TransferPages {

    private static final String AFTER = "after";

    private final Console console;
    private final Times times;

    /** @param times business time */
    public TransferPages(Console console, Times times) {
        this.console = console;
        this.times = times;
    }

    /** The transfer before the ones that are asked for. */
    public TransferPlace readAfter(OperatorRequest request) {
        if (request.field(AFTER).isEmpty()) {
            return TransferPlace.FIRST;
        }
        var parts = request.field(AFTER).split("_", 3);
        try {
            return new TransferPlace(Instant.parse(parts[0]), parts[1], parts[2]);
        } catch (DateTimeParseException | IndexOutOfBoundsException e) {
            throw new IllegalArgumentException("'" + AFTER + "' is no place in a list", e);
        }
    }

    /** @throws IllegalArgumentException if it names no payment invoice */
    public TransferAssignment readAssignment(OperatorRequest request) {
        var invoice = PaymentInvoiceId.parse(request.field("invoice"))
                .orElseThrow(() -> new IllegalArgumentException("The id of a payment invoice looks like cpi_…"));
        return new TransferAssignment(
                request.field("provider"), request.field("transfer"), invoice, request.operator());
    }

    /** @throws IllegalArgumentException if it does not say why */
    public TransferReturn readReturn(OperatorRequest request) {
        return new TransferReturn(
                request.field("provider"), request.field("transfer"), request.operator(), request.field("why"));
    }

    public Answer show(List<HeardTransfer> transfers, OperatorRequest request) {
        var table = Section.table(
                        "",
                        List.of("Came (UTC)", "Amount", "Reference, sender", "Transfer", "Why it pays nothing", ""),
                        transfers.stream().map(this::row).toList(),
                        "All money that has come has paid something.")
                .noting(
                        "What its payer has meant can be assigned to a payment invoice that still waits. Anything else is"
                                + " paid back by hand, at the bank; then say so here.");
        var section =
                transfers.size() < Transfers.PAGE ? table : table.with(older(transfers.get(transfers.size() - 1)));
        return console.draw(Sheet.of(Place.TRANSFERS, section), request);
    }

    private static Link older(HeardTransfer last) {
        var place = last.place();
        return Link.to("Older", Place.TRANSFERS.path(), AFTER, place.at() + "_" + place.provider() + "_" + place.id());
    }

    private List<Cell> row(HeardTransfer heard) {
        var transfer = heard.transfer();
        return List.of(
                times.cell(heard.at()),
                Cell.of(transfer.amount().toString()),
                Cell.of(transfer.reference(), transfer.sender()),
                Cell.of(transfer.id(), transfer.provider()),
                Cell.of(heard.why().orElse("")),
                Cell.forms(
                        form(transfer, "assign", "Assign", Field.text("invoice", "Payment invoice", "cpi_…")),
                        form(transfer, "return", "Paid back", Field.text("why", "Why and how", "why and how"))));
    }

    private static Form form(IncomingTransfer transfer, String action, String button, Field field) {
        return Form.act(
                action + "-" + transfer.id(),
                action,
                button,
                "second",
                Field.hidden("provider", transfer.provider()),
                Field.hidden("transfer", transfer.id()),
                field);
    }
}
