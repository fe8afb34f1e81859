package io.caravan.core.sms;

import io.caravan.core.invoice.InvoiceId;
import io.caravan.core.merchant.MerchantId;
import io.caravan.core.notice.NoticeId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** All SMS, those that we send and those that we get. What the former say is not kept. */
public interface SmsMessages {

    /** Stores an SMS before its first attempt; one stored before stays as it is. */
    void add(Sms sms, Instant now);

    /** The SMS, locked for the running transaction. */
    Optional<Sms> lock(NoticeId id);

    /**
     * The newest SMS that a gateway knows by this id, locked for the running transaction: gateways may give ids again.
     */
    Optional<Sms> lock(String gatewayId);

    void update(Sms sms, Instant now);

    /** Those about an invoice, oldest first. */
    List<Sms> of(MerchantId merchant, InvoiceId invoice);

    /** Stores an SMS that has come; false if it has come before. */
    boolean hear(InboundSms sms, Instant now);

    /** Forgets SMS that came before this time, up to the limit; answers how many. */
    int forgetInboundBefore(Instant time, int limit);
}
