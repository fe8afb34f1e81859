package io.caravan.routes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.caravan.PaymentWorld;
import io.caravan.core.dialect.Dialect;
import io.caravan.core.event.EventId;
import io.caravan.core.notice.Channel;
import io.caravan.core.notice.Notice;
import io.caravan.core.notice.NoticeKind;
import io.caravan.core.sms.SmsNews;
import io.caravan.core.sms.SmsWording;
import io.caravan.core.sms.SmsWords;
import io.caravan.store.Database;
import io.caravan.support.Ports;
import io.caravan.support.TestDatabases;
import io.caravan.support.Transacted;
import java.nio.charset.StandardCharsets;
import java.util.List;
import javax.sql.DataSource;
import org.jsmpp.extra.NegativeResponseException;
import org.jsmpp.util.DeliveryReceiptState;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The connector for SMPP, and an SMSC that speaks it. */
class SmppRouteTests {

    private final PaymentWorld world = new PaymentWorld(Database.H2);
    private final DataSource database = TestDatabases.of(Database.H2);
    private final int port = Ports.free();
    private String says = "Husk {regningen} på 5 €";
    private Smsc smsc;
    private SmsRoutes routes;

    @BeforeEach
    void start() throws Exception {
        world.jdbc.update("delete from sms");
        world.jdbc.update("delete from notice");
        smsc = new Smsc(port);
        routes = new SmsRoutes(world, database, 19, "http://127.0.0.1:1", "http://127.0.0.1:1")
                .with("first", "sms-smpp")
                .with("smpp.port", String.valueOf(port))
                .with("smpp.user", "caravan")
                .with("smpp.password", "p&+w")
                .start(new Words());
        routes.camel.getRouteController().startRoute("sms-smpp-receipts");
    }

    @AfterEach
    void stop() throws Exception {
        routes.close();
        smsc.close();
    }

    @Test
    void anSmsIsSubmittedInTheAlphabetOfGsm() {
        var notice = send();

        var sms = smsc.submitted.get(0);
        assertThat(sms.getDestAddress()).isEqualTo(notice.recipient().number().substring(1));
        assertThat(sms.getDestAddrTon()).isEqualTo((byte) 1);
        assertThat(sms.getSourceAddr()).isEqualTo("Caravan");
        assertThat(sms.getSourceAddrTon()).isEqualTo((byte) 5);
        assertThat(sms.getDataCoding()).isZero();
        assertThat(sms.getRegisteredDelivery()).isEqualTo((byte) 1);
        assertThat(sms.getShortMessage())
                .isEqualTo("Husk \u001b(regningen\u001b) p\u000f 5 \u001be".getBytes(StandardCharsets.ISO_8859_1));
        assertThat(smsc.bound).contains("caravan p&+w BIND_TX");
    }

    @Test
    void anythingElseIsSubmittedAsUcs2() {
        says = "Žluťoučký 😀";

        send();

        var sms = smsc.submitted.get(0);
        assertThat(sms.getDataCoding()).isEqualTo((byte) 8);
        assertThat(sms.getShortMessage()).isEqualTo(says.getBytes(StandardCharsets.UTF_16BE));
    }

    @Test
    void aLongTextIsSubmittedInAsManyPartsAsWereCounted() {
        says = "a".repeat(307);

        var notice = send();

        assertThat(smsc.submitted).hasSize(3);
        assertThat(smsc.submitted)
                .extracting(sms -> sms.getShortMessage().length)
                .containsExactly(159, 159, 7);
        assertThat(world.jdbc.queryForObject(
                        "select parts from sms where id = ?",
                        Integer.class,
                        notice.id().value()))
                .isEqualTo(3);
    }

    @Test
    void aReceiptTellsWhatBecameOfIt() throws Exception {
        var notice = send();
        await().until(smsc::hasReceiver);

        smsc.tell("m-1", DeliveryReceiptState.ENROUTE);
        smsc.tell("m-1", DeliveryReceiptState.DELIVRD);

        await().untilAsserted(() ->
                assertThat(world.historyOf(notice.id().value())).containsExactly("SMS_SENT", "SMS_DELIVERED"));
    }

    @Test
    void theSmscIsAskedToSayAgainWhatIsNotKnownYet() {
        send();
        await().until(smsc::hasReceiver);

        assertThatThrownBy(() -> smsc.tell("m-77", DeliveryReceiptState.UNDELIV))
                .isInstanceOf(NegativeResponseException.class);
    }

    @Test
    void whatSomebodyWritesIsHeard() throws Exception {
        world.jdbc.update("delete from sms_inbound");
        await().until(smsc::hasReceiver);

        smsc.bring("4571000604", "OK");

        await().untilAsserted(() -> assertThat(
                        world.jdbc.queryForList("select sender, recipient, text from sms_inbound"))
                .hasSize(1)
                .allSatisfy(row -> assertThat(row.values().toString()).isEqualTo("[+4571000604, 1234, OK]")));
    }

    private Notice send() {
        var payer = world.aPayer();
        var invoice = world.anInvoiceFor(payer);
        var notice =
                Notice.of(EventId.next(), invoice.value(), NoticeKind.INVOICE_REMINDER, Channel.SMS, payer.phone());
        Transacted.run(database, () -> routes.notices.add(List.of(notice)));
        routes.queueNotices();
        await().untilAsserted(() -> assertThat(world.jdbc.queryForObject(
                        "select state from notice where id = ?",
                        String.class,
                        notice.id().value()))
                .isEqualTo("SENT"));
        return notice;
    }

    private final class Words implements SmsWords {

        @Override
        public Dialect dialect() {
            return Dialect.MOBILEPAY;
        }

        @Override
        public SmsWording say(SmsNews news) {
            return SmsWording.of(says);
        }
    }
}
