package io.caravan;

import io.caravan.channel.BasicCredential;
import io.caravan.channel.ProviderDoor;
import io.caravan.channel.SmppWords;
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
import io.caravan.usecase.notice.HearInboundSms;
import io.caravan.usecase.notice.HearSmsReport;
import io.caravan.usecase.notice.PurgeInboundSms;
import io.caravan.usecase.notice.RecordSms;
import io.caravan.usecase.notice.WriteSms;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.time.Clock;
import java.util.List;
import org.apache.camel.CamelContext;
import org.apache.camel.spring.boot.CamelContextConfiguration;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;

/** SMS: what they say, how gateways get them, and what gateways say of them. */
@Configuration(proxyBeanMethods = false)
@Profile("!mocks")
class SmsWiring {

    /** With which Camel tags what routes count. */
    private static final String CONTEXT = "camelContext";

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
    PurgeInboundSms purgeInboundSms(
            Transactions transactions, SmsMessages messages, SmsProperties properties, Clock realTime) {
        return transactions.around(new PurgeInboundSms(messages, properties.forgetInboundAfter(), realTime));
    }

    @Bean
    SmsMapping smsMapping() {
        return new SmsMapping();
    }

    @Bean
    SmppWords smppWords() {
        return new SmppWords();
    }

    /** What routes count is there from the start: a rate begins with nothing, and not with the first SMS. */
    @Bean
    MeterBinder smsMetrics(@Value("${spring.application.name}") String context) {
        return registry -> {
            List.of("caravan.sms.switched", "caravan.sms.inbound", "caravan.sms.forgeries")
                    .forEach(name -> registry.counter(name, CONTEXT, context));
            List.of("a", "b").forEach(name -> registry.counter("caravan.sms.sent", CONTEXT, context, "gateway", name));
            List.of("true", "false")
                    .forEach(known -> registry.counter("caravan.sms.reports", CONTEXT, context, "known", known));
        };
    }

    /** YAML has no word for a route that is started if a setting says so. */
    @Bean
    CamelContextConfiguration smppReceipts(@Value("${caravan.channel.sms.smpp.receipts}") boolean wanted) {
        return new CamelContextConfiguration() {
            @Override
            public void beforeApplicationStart(CamelContext camel) {}

            @Override
            public void afterApplicationStart(CamelContext camel) {
                if (wanted) {
                    start(camel);
                }
            }
        };
    }

    private static void start(CamelContext camel) {
        try {
            camel.getRouteController().startRoute("sms-smpp-receipts");
        } catch (Exception e) {
            throw new IllegalStateException("The SMSC cannot be reached for its receipts", e);
        }
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
