package io.caravan.usecase.notice;

import io.caravan.core.dialect.Dialect;
import io.caravan.core.invoice.Invoice;
import io.caravan.core.merchant.Merchants;
import io.caravan.core.notice.Announcement;
import io.caravan.core.page.PageLinks;
import io.caravan.core.page.Pages;
import io.caravan.core.sms.Originator;
import io.caravan.core.sms.Sms;
import io.caravan.core.sms.SmsMessage;
import io.caravan.core.sms.SmsMessages;
import io.caravan.core.sms.SmsNews;
import io.caravan.core.sms.SmsWords;
import java.time.Clock;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Puts a notice into the words of an SMS, which is known from then on: a report may come before a gateway's answer. */
public class WriteSms {

    private final Merchants merchants;
    private final Pages pages;
    private final PageLinks links;
    private final SmsMessages messages;
    private final Map<Dialect, SmsWords> words;
    private final Originator usual;
    private final Clock realTime;

    /** @param usual from whom an SMS comes whose words do not say it */
    public WriteSms(
            Merchants merchants,
            Pages pages,
            PageLinks links,
            SmsMessages messages,
            Collection<SmsWords> words,
            Originator usual,
            Clock realTime) {
        this.merchants = merchants;
        this.pages = pages;
        this.links = links;
        this.messages = messages;
        this.words = words.stream().collect(Collectors.toUnmodifiableMap(SmsWords::dialect, Function.identity()));
        this.usual = usual;
        this.realTime = realTime;
    }

    /** What a gateway is to get. */
    public SmsMessage write(Announcement announcement) {
        var invoice = announcement.invoice();
        var merchant = merchants.find(invoice.merchant()).orElseThrow();
        var wording = words(invoice).say(new SmsNews(announcement, merchant, link(invoice)));
        var notice = announcement.notice();
        var message =
                new SmsMessage(notice.id(), wording.originator().orElse(usual), notice.recipient(), wording.text());
        messages.add(Sms.write(message, invoice), realTime.instant());
        return message;
    }

    private SmsWords words(Invoice invoice) {
        var dialect = invoice.draft().dialect();
        return Optional.ofNullable(words.get(dialect))
                .orElseThrow(() -> new IllegalStateException("no words for SMS of " + dialect));
    }

    private Optional<String> link(Invoice invoice) {
        return pages.of(invoice.id()).filter(page -> invoice.opensItsPage()).map(links::href);
    }
}
