package io.caravan.usecase.pretransaction;

import io.caravan.core.page.PageRefused;
import io.caravan.core.page.PageRefused.Reason;
import io.caravan.core.page.Pages;
import io.caravan.core.page.PinVisit;
import io.caravan.core.payment.OperationKind;
import io.caravan.core.payment.Payments;
import io.caravan.core.payment.PinEntry;
import io.caravan.core.pretransaction.PaymentChoices;

/** Finds the charge that a PIN entered on a page is for. */
public class FindPinCharge {

    private final Pages pages;
    private final Payments payments;
    private final PaymentChoices choices;

    public FindPinCharge(Pages pages, Payments payments, PaymentChoices choices) {
        this.pages = pages;
        this.payments = payments;
        this.choices = choices;
    }

    /** @throws PageRefused UNKNOWN, or OUTDATED if nothing on this page waits for a PIN */
    public PinEntry find(PinVisit visit) {
        var invoice = pages.find(visit.token()).orElseThrow(() -> new PageRefused(Reason.UNKNOWN));
        return choices
                .find(visit.visit())
                .flatMap(payments::find)
                .filter(payment -> payment.invoice().filter(invoice::equals).isPresent())
                .stream()
                .flatMap(payment -> payments.operations(payment.id()).stream())
                .filter(operation -> operation.kind() == OperationKind.CHARGE)
                .map(operation -> new PinEntry(operation.id(), visit.pin()))
                .findFirst()
                .orElseThrow(() -> new PageRefused(Reason.OUTDATED));
    }
}
