package io.caravan;

import io.caravan.channel.BasicCredential;
import io.caravan.channel.ProviderDoor;
import io.caravan.channel.SmsCallbacks;
import io.caravan.channel.SmsMapping;
import io.caravan.channel.WebhookSignature;
import io.caravan.core.event.Events;
import io.caravan.core.merchant.Merchants;
import io.caravan.core.notice.Notices;
import io.caravan.core.page.PageLinks;
import io.caravan.core.page.Pages;
import io.caravan.core.sms.Originator;
import io.caravan.core.sms.SmsMessages;
import io.caravan.core.sms.SmsReplies;
import io.caravan.core.sms.SmsWords;
import io.caravan.store.JdbcSmsMessages;
import io.caravan.store.TransactionalJdbc;
import io.caravan.usecase.HearInboundSms;
import io.caravan.usecase.HearSmsReport;
import io.caravan.usecase.RecordSms;
import io.caravan.usecase.WriteSms;
import java.time.Clock;
import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;

/** SMS: what they say, how gateways get them, and what gateways say of them. */
@Configuration(proxyBeanMethods = false)
@Profile("!mocks")
class SmsWiring {

    @Bean
    SmsMessages smsMessages(TransactionalJdbc jdbc) {
        return new JdbcSmsMessages(jdbc);
    }

    @Bean
    WriteSms writeSms(
            Transactions transactions,
            Merchants merchants,
            Pages pages,
            PageLinks links,
            SmsMessages messages,
            List<SmsWords> words,
            SmsProperties properties,
            Clock realTime) {
        return transactions.around(new WriteSms(
                merchants, pages, links, messages, words, new Originator(properties.originator()), realTime));
    }

    @Bean
    RecordSms recordSms(
            Transactions transactions,
            Notices notices,
            SmsMessages messages,
            Events events,
            Clock businessTime,
            Clock realTime) {
        return transactions.around(new RecordSms(notices, messages, events, businessTime, realTime));
    }

    @Bean
    HearSmsReport hearSmsReport(
            Transactions transactions, SmsMessages messages, Events events, Clock businessTime, Clock realTime) {
        return transactions.around(new HearSmsReport(messages, events, businessTime, realTime));
    }

    @Bean
    HearInboundSms hearInboundSms(
            Transactions transactions, SmsMessages messages, ObjectProvider<SmsReplies> replies, Clock realTime) {
        return transactions.around(
                new HearInboundSms(messages, replies.orderedStream().toList(), realTime));
    }

    @Bean
    SmsMapping smsMapping() {
        return new SmsMapping();
    }

    @Bean
    SmsCallbacks smsCallbacks(SmsProperties properties, ProviderDoor providerDoor, Clock realTime) {
        var reports = properties.reports();
        return new SmsCallbacks(
                new WebhookSignature(reports.webhookSecret(), realTime),
                new BasicCredential(reports.user(), reports.password()),
                providerDoor);
    }
}
