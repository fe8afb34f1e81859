package io.caravan.core.sms;

import io.caravan.core.merchant.Merchant;
import io.caravan.core.notice.Announcement;
import java.util.Objects;
import java.util.Optional;

/**
 * What an SMS is to tell.
 *
 * @param announcement the notice, with its invoice and the invoice's issuer
 * @param merchant whose invoice it is
 * @param link where the invoice's page is, if it has one that opens
 */
public record SmsNews(Announcement announcement, Merchant merchant, Optional<String> link) {

    public SmsNews {
        Objects.requireNonNull(announcement);
        Objects.requireNonNull(merchant);
        Objects.requireNonNull(link);
    }
}
