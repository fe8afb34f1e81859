package io.caravan.ops;

import io.caravan.core.ops.Act;
import io.caravan.core.paymentinvoice.HeardTransfer;
import io.caravan.core.paymentinvoice.PaymentInvoiceId;
import io.caravan.core.paymentinvoice.TransferAssignment;
import io.caravan.core.paymentinvoice.TransferPlace;
import io.caravan.core.paymentinvoice.TransferReturn;
import io.caravan.core.paymentinvoice.Transfers;
import io.caravan.usecase.bank.AssignTransfer;
import io.caravan.usecase.bank.ListUnmatchedTransfers;
import io.caravan.usecase.bank.ReturnTransfer;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.springframework.jmx.export.annotation.ManagedOperation;
import org.springframework.jmx.export.annotation.ManagedOperationParameter;
import org.springframework.jmx.export.annotation.ManagedResource;

/** Money that has come and pays nothing, over JMX, as the console shows it. What is done with it is an act. */
@ManagedResource(objectName = "caravan:type=Transfers", description = "Money that has come and pays nothing")
public final class TransferDesk {

    private final ListUnmatchedTransfers listUnmatchedTransfers;
    private final AssignTransfer assignTransfer;
    private final ReturnTransfer returnTransfer;
    private final Supplier<String> operator;

    /** @param operator the name of whoever calls */
    public TransferDesk(
            ListUnmatchedTransfers listUnmatchedTransfers,
            AssignTransfer assignTransfer,
            ReturnTransfer returnTransfer,
            Supplier<String> operator) {
        this.listUnmatchedTransfers = listUnmatchedTransfers;
        this.assignTransfer = assignTransfer;
        this.returnTransfer = returnTransfer;
        this.operator = operator;
    }

    @ManagedOperation(description = "What has come and pays nothing, and why: the newest " + Transfers.PAGE)
    public List<Map<String, String>> list() {
        return listUnmatchedTransfers.list(TransferPlace.FIRST).stream()
                .map(TransferDesk::shown)
                .toList();
    }

    /** Answers what was done, for people. */
    @ManagedOperation(description = "Says what a transfer pays: a payment invoice that still waits")
    @ManagedOperationParameter(name = "provider", description = "as in the list")
    @ManagedOperationParameter(name = "transfer", description = "its id, as in the list")
    @ManagedOperationParameter(name = "invoice", description = "the id of the payment invoice, cpi_...")
    public String assign(String provider, String transfer, String invoice) {
        var id = PaymentInvoiceId.parse(invoice)
                .orElseThrow(() -> new IllegalArgumentException("The id of a payment invoice looks like cpi_..."));
        return assignTransfer
                .assign(new TransferAssignment(provider, transfer, id, operator.get()))
                .note();
    }

    /** Answers what was done, for people. */
    @ManagedOperation(description = "Takes note that a transfer was paid back by hand")
    @ManagedOperationParameter(name = "provider", description = "as in the list")
    @ManagedOperationParameter(name = "transfer", description = "its id, as in the list")
    @ManagedOperationParameter(name = "why", description = "why and how it was paid back, for the others")
    public String giveBack(String provider, String transfer, String why) {
        return returnTransfer
                .giveBack(new TransferReturn(provider, transfer, operator.get(), why))
                .map(Act::note)
                .orElse("Nothing was left to do: somebody was faster");
    }

    private static Map<String, String> shown(HeardTransfer heard) {
        var shown = new LinkedHashMap<String, String>();
        shown.put("provider", heard.transfer().provider());
        shown.put("transfer", heard.transfer().id());
        shown.put("at", heard.at().toString());
        shown.put("amount", heard.transfer().amount().toString());
        shown.put("reference", heard.transfer().reference());
        shown.put("sender", heard.transfer().sender());
        shown.put("why", heard.why().orElse(""));
        return shown;
    }
}
