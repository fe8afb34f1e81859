package io.caravan.camel;

import io.caravan.core.invoice.InvoiceId;
import io.caravan.core.payment.OperationId;
import io.caravan.usecase.invoice.FindDuePayments;
import io.caravan.usecase.invoice.PayScheduled;
import io.caravan.usecase.invoice.SetPaymentAside;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Begins due payments, a transaction each: one that fails is set aside and holds up no other. */
public final class DuePayments {

    private static final Logger LOG = LoggerFactory.getLogger("caravan.jobs");

    private final FindDuePayments findDuePayments;
    private final PayScheduled payScheduled;
    private final SetPaymentAside setPaymentAside;

    public DuePayments(FindDuePayments findDuePayments, PayScheduled payScheduled, SetPaymentAside setPaymentAside) {
        this.findDuePayments = findDuePayments;
        this.payScheduled = payScheduled;
        this.setPaymentAside = setPaymentAside;
    }

    /** The charges of a batch. None: nothing more can be begun now. */
    public List<OperationId> begin() {
        return findDuePayments.find().stream()
                .map(this::begin)
                .flatMap(Optional::stream)
                .toList();
    }

    private Optional<OperationId> begin(InvoiceId invoice) {
        try {
            return payScheduled.begin(invoice);
        } catch (RuntimeException e) {
            if (Setback.ofAll(e)) {
                throw e;
            }
            if (Setback.passing(e)) {
                LOG.warn("The payment of invoice {} is begun later: {}", invoice, e.toString());
            } else {
                LOG.error("The payment of invoice {} cannot be begun and is set aside", invoice, e);
                setPaymentAside.setAside(invoice);
            }
            return Optional.empty();
        }
    }
}
