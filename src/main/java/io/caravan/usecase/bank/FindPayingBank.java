package io.caravan.usecase.bank;

import io.caravan.core.notice.Channel;
import io.caravan.core.payment.PaymentId;
import io.caravan.core.paymentinvoice.IncomingTransfer;
import io.caravan.core.paymentinvoice.Transfers;

/** Finds the bank that has the money of a payment: only that one can give it back, whatever its service says by now. */
public class FindPayingBank {

    private final Transfers transfers;

    public FindPayingBank(Transfers transfers) {
        this.transfers = transfers;
    }

    /** The name of the bank's channel. */
    public String find(PaymentId payment) {
        return transfers.find(payment).map(IncomingTransfer::provider).orElse(Channel.BANK.text());
    }
}
