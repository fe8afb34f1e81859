package io.caravan.dialect.mobilepay;

import io.caravan.core.access.Caller;
import io.caravan.core.dialect.Answer;
import io.caravan.core.dialect.Refusal;
import io.caravan.core.invoice.Invoice;
import io.caravan.core.invoice.Rejection;
import io.caravan.core.payment.Acceptance;
import io.caravan.core.payment.Receipt;

/** The MobilePay invoice API in and out. */
public final class MobilePay {

    private final ConsumerReader consumerReader = new ConsumerReader();
    private final ConsumerWriter consumerWriter = new ConsumerWriter();

    public Acceptance readAcceptance(byte[] body, Caller caller, String invoiceId) {
        return consumerReader.acceptance(body, caller, invoiceId);
    }

    public Rejection readRejection(Caller caller, String invoiceId) {
        return consumerReader.rejection(caller, invoiceId);
    }

    public Answer showAcceptance(Receipt receipt, String correlationId) {
        return consumerWriter.acceptance(receipt, refuse(Refusal.BROKEN, correlationId));
    }

    public Answer showRejection(Invoice rejected) {
        return consumerWriter.rejection(rejected);
    }

    public Answer refuse(Refusal refusal, String correlationId) {
        return Answer.json(refusal.status(), "{}".getBytes(java.nio.charset.StandardCharsets.UTF_8));
    }
}
