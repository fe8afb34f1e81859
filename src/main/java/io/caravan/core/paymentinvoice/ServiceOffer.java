package io.caravan.core.paymentinvoice;

import io.caravan.core.payment.Payment;
import java.util.List;

/** Which ways to pay a payer can choose from. */
public final class ServiceOffer {

    private ServiceOffer() {}

    /**
     * Those of the payment's currency within whose limits it lies, and for which the merchant has given all that they need,
     * in their order; the one that is chosen, once one is.
     */
    public static List<Service> of(PaymentInvoice invoice, Payment payment, List<Service> all) {
        return all.stream()
                .filter(service ->
                        invoice.service().map(service.code()::equals).orElseGet(() -> suits(service, invoice, payment)))
                .toList();
    }

    private static boolean suits(Service service, PaymentInvoice invoice, Payment payment) {
        var amount = payment.amount();
        return service.currency().equals(amount.currency())
                && !service.smallest().isMoreThan(amount)
                && !amount.isMoreThan(service.largest())
                && PaymentInvoiceRules.faults(service.fields(), invoice.terms().fields())
                        .isEmpty();
    }
}
