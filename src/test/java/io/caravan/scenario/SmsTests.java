package io.caravan.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.caravan.core.event.EventId;
import io.caravan.core.notice.Channel;
import io.caravan.core.notice.Notice;
import io.caravan.core.notice.NoticeKind;
import io.caravan.core.notice.Notices;
import io.caravan.core.payer.Phone;
import io.caravan.ops.HoldDesk;
import io.caravan.support.Http;
import io.caravan.support.MerchantClient;
import io.caravan.support.Sandbox;
import io.caravan.support.Transacted;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;

/** SMS of the running service, and the gateways of the sandbox. */
class SmsTests {

    private final Sandbox sandbox = Sandbox.running();
    private final MerchantClient merchant = new MerchantClient(sandbox::uri);
    private final DataSource dataSource = sandbox.context().getBean(DataSource.class);
    private final JdbcTemplate database = new JdbcTemplate(dataSource);
    private final String phone = "+45715" + ThreadLocalRandom.current().nextInt(10000, 99999);

    @AfterEach
    void mend() {
        Http.send("DELETE", sandbox.uri("/mock/sms/faults"), "");
    }

    @Test
    void anSmsReachesThePhoneAndItsDeliveryIsTold() {
        var notice = aReminder();

        await().untilAsserted(() -> assertThat(state(notice)).isEqualTo("DELIVERED"));

        assertThat(inbox()).hasSize(1);
        assertThat(inbox().get(0).get("text").asText())
                .startsWith("Husk regningen")
                .endsWith("Betal i appen.");
        assertThat(inbox().get(0).get("gateway").asText()).isEqualTo("a");
        assertThat(history(notice)).containsExactlyInAnyOrder("SMS_SENT", "SMS_DELIVERED");
    }

    @Test
    void aReportThatComesTwiceIsOneEvent() {
        faults("{\"webhook\":\"twice\"}");
        var notice = aReminder();

        await().untilAsserted(() -> assertThat(state(notice)).isEqualTo("DELIVERED"));

        assertThat(history(notice)).containsOnlyOnce("SMS_DELIVERED");
    }

    @Test
    void aReportThatComesBeforeTheGatewaysAnswerIsHeard() {
        faults("{\"webhook\":\"before\"}");
        var notice = aReminder();

        await().untilAsserted(() -> assertThat(state(notice)).isEqualTo("DELIVERED"));

        await().untilAsserted(() -> assertThat(noticeState(notice)).isEqualTo("SENT"));
        assertThat(history(notice)).containsExactly("SMS_DELIVERED");
    }

    @Test
    void anSmsWhoseAnswerIsLostGoesOutByTheOtherGatewayUnderTheSameReference() {
        faults("{\"gateway\":\"a\",\"dropRate\":1}");
        var notice = aReminder();

        await().untilAsserted(() -> assertThat(noticeState(notice)).isEqualTo("SENT"));

        assertThat(inbox().findValuesAsText("gateway")).contains("b");
        assertThat(inbox().findValuesAsText("reference"))
                .containsOnly(notice.id().toString());
        assertThat(gateway(notice)).isEqualTo("b");
    }

    @Test
    void smsOfAHeldChannelWaitForItsRelease() {
        var desk = sandbox.context().getBean(HoldDesk.class);
        desk.hold("channel", "sms", "a test");
        var notice = aReminder();
        try {
            await().untilAsserted(() -> assertThat(noticeState(notice)).isEqualTo("READY"));
            assertThat(inbox()).isEmpty();
        } finally {
            desk.release("channel", "sms");
        }

        await().untilAsserted(() -> assertThat(inbox()).hasSize(1));
    }

    private Notice aReminder() {
        var invoice = UUID.fromString(merchant.invoice(phone, "sms-" + UUID.randomUUID()));
        var notice = Notice.of(EventId.next(), invoice, NoticeKind.INVOICE_REMINDER, Channel.SMS, new Phone(phone));
        Transacted.run(
                dataSource, () -> sandbox.context().getBean(Notices.class).add(List.of(notice)));
        return notice;
    }

    private void faults(String settings) {
        assertThat(Http.send("POST", sandbox.uri("/mock/sms/faults"), settings).status())
                .isEqualTo(200);
    }

    private JsonNode inbox() {
        return Http.get(sandbox.uri("/mock/sms/%2B" + phone.substring(1))).json();
    }

    private String state(Notice notice) {
        return column("state", notice);
    }

    private String gateway(Notice notice) {
        return column("gateway", notice);
    }

    private String column(String name, Notice notice) {
        return database
                .queryForList(
                        "select " + name + " from sms where id = ?",
                        String.class,
                        notice.id().value())
                .stream()
                .findFirst()
                .orElse("");
    }

    private String noticeState(Notice notice) {
        return database.queryForObject(
                "select state from notice where id = ?",
                String.class,
                notice.id().value());
    }

    private List<String> history(Notice notice) {
        return database.queryForList(
                "select type from event where subject_id = ? order by number",
                String.class,
                notice.id().value());
    }
}
