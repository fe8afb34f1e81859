package io.caravan.ops;

import io.caravan.core.paymentinvoice.HeardTransfer;
import io.caravan.core.paymentinvoice.PaymentInvoiceId;
import io.caravan.core.paymentinvoice.TransferAssignment;
import io.caravan.usecase.bank.AssignTransfer;
import io.caravan.usecase.bank.ListUnmatchedTransfers;
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
    private final Supplier<String> operator;

    /** @param operator the name of whoever calls */
    public TransferDesk(
            ListUnmatchedTransfers listUnmatchedTransfers, AssignTransfer assignTransfer, Supplier<String> operator) {
        this.listUnmatchedTransfers = listUnmatchedTransfers;
        this.assignTransfer = assignTransfer;
        this.operator = operator;
    }

    @ManagedOperation(description = "What has come and pays nothing, and why")
    public List<Map<String, String>> list() {
        return listUnmatchedTransfers.list().stream().map(TransferDesk::shown).toList();
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
