package io.caravan.core.sms;

import io.caravan.core.dialect.Dialect;
import io.caravan.core.invoice.Invoice;
import io.caravan.core.invoice.InvoiceId;
import io.caravan.core.merchant.MerchantId;
import io.caravan.core.notice.NoticeId;
import java.util.Objects;
import java.util.Optional;

/**
 * What is known of an SMS, but for what it says. Immutable: each change answers the SMS as it is then.
 *
 * @param number counts its events: the number of the last one, -1 before the first
 * @param gateway that has it
 * @param reason why it has failed, in the gateway's word
 */
public record Sms(
        NoticeId id,
        InvoiceId invoice,
        MerchantId merchant,
        Dialect dialect,
        Originator originator,
        int parts,
        SmsState state,
        int number,
        Optional<Taken> gateway,
        Optional<String> reason) {

    /**
     * That a gateway took it.
     *
     * @param id by which the gateway knows it, if it has told one
     */
    public record Taken(String gateway, Optional<String> id) {

        public Taken {
            Objects.requireNonNull(gateway);
            Objects.requireNonNull(id);
        }
    }

    public Sms {
        Objects.requireNonNull(id);
        Objects.requireNonNull(invoice);
        Objects.requireNonNull(merchant);
        Objects.requireNonNull(dialect);
        Objects.requireNonNull(originator);
        Objects.requireNonNull(state);
        Objects.requireNonNull(gateway);
        Objects.requireNonNull(reason);
    }

    /** The SMS about this invoice, before its first attempt. */
    public static Sms write(SmsMessage message, Invoice invoice) {
        return new Sms(
                message.reference(),
                invoice.id(),
                invoice.merchant(),
                invoice.draft().dialect(),
                message.originator(),
                message.text().parts(),
                SmsState.WRITTEN,
                -1,
                Optional.empty(),
                Optional.empty());
    }

    /** A gateway took it. Whatever is known of it already remains. */
    public Sms take(Taken by) {
        var isNews = state.canBecome(SmsState.SENT);
        return new Sms(
                id,
                invoice,
                merchant,
                dialect,
                originator,
                parts,
                isNews ? SmsState.SENT : state,
                isNews ? number + 1 : number,
                Optional.of(by),
                reason);
    }

    /** What became of it. A report that says nothing new changes nothing. */
    public Sms hear(SmsReport report) {
        if (!state.canBecome(report.state())) {
            return this;
        }
        return new Sms(
                id,
                invoice,
                merchant,
                dialect,
                originator,
                parts,
                report.state(),
                number + 1,
                gateway,
                report.state() == SmsState.FAILED ? report.reason() : Optional.empty());
    }
}
