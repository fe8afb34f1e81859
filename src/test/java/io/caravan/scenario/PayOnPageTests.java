package io.caravan.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.caravan.core.invoice.InvoiceId;
import io.caravan.core.payment.Operation;
import io.caravan.core.payment.OperationState;
import io.caravan.core.payment.ProviderPage;
import io.caravan.core.payment.SessionRequest;
import io.caravan.support.Http;
import io.caravan.support.MerchantClient;
import io.caravan.support.Sandbox;
import java.net.URI;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.apache.camel.ProducerTemplate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.JdbcTemplate;

/** Payers on the pages of the mock acquirer, with the service as it runs. */
class PayOnPageTests {

    private static final String PAYER = "+4571400009";

    private final Sandbox sandbox = Sandbox.running();
    private final MerchantClient merchant = new MerchantClient(sandbox::uri);
    private final String invoice = merchant.invoice(PAYER, "page-" + UUID.randomUUID());
    private final ProducerTemplate routes = sandbox.context().getBean(ProducerTemplate.class);
    private final JdbcTemplate database = new JdbcTemplate(sandbox.context().getBean(DataSource.class));

    @AfterEach
    void mend() {
        Http.send("DELETE", sandbox.uri("/mock/psp/faults"), "");
    }

    @ParameterizedTest
    @ValueSource(strings = {"before", "after", "twice"})
    void aPayerWhoPaysOnThePageHasPaidWhenTheAcquirerSaysSo(String webhook) {
        faults("{\"webhook\": \"" + webhook + "\"}");
        var session = open();
        assertThat(session.page()).flatMap(ProviderPage::url).isPresent();

        pay(session);

        await().untilAsserted(() -> assertThat(merchant.status(invoice)).isEqualTo("paid"));
        assertThat(payment(session, "captured")).isEqualTo(36000);
        assertThat(alarms(session)).isZero();
    }

    @Test
    void aPayerWhoComesBackHasPaidAlthoughTheAcquirerNeverSaysSo() {
        faults("{\"webhook\": \"never\"}");
        var session = open();
        pay(session);

        routes.requestBody("direct:return-from-page", session.id());

        await().untilAsserted(() -> assertThat(merchant.status(invoice)).isEqualTo("paid"));
    }

    @Test
    void ofTwoPayersOnePaysAndTheOthersReservationIsReleased() {
        var first = open();
        var second = open();

        pay(first);
        await().untilAsserted(() -> assertThat(merchant.status(invoice)).isEqualTo("paid"));
        pay(second);

        await().untilAsserted(() -> assertThat(payment(second, "cancelled")).isEqualTo(36000));
        assertThat(payment(first, "captured")).isEqualTo(36000);
        assertThat(payment(second, "captured")).isZero();
        assertThat(alarms(second)).isZero();
    }

    @Test
    void theAcquirersBooksAgreeWithOurs() {
        var session = open();
        pay(session);
        await().untilAsserted(() -> assertThat(merchant.status(invoice)).isEqualTo("paid"));
        var day = LocalDate.ofInstant(
                database.queryForObject(
                                "select updated_at from operation where id = ?",
                                OffsetDateTime.class,
                                session.id().value())
                        .toInstant(),
                ZoneOffset.UTC);

        routes.sendBodyAndProperty("direct:compare-day", null, "CaravanDay", day);

        assertThat(database.queryForList(
                        "select listed_on from operation where payment_id = ?",
                        LocalDate.class,
                        session.payment().value()))
                .hasSize(2)
                .doesNotContainNull();
        assertThat(database.queryForList(
                        "select kind from payment_difference where payment_id = ?",
                        String.class,
                        session.payment().value()))
                .isEmpty();
    }

    @Test
    void aPageThatIsLeftEndsThePayment() {
        var session = open();

        act(session, "abandon", "{}");

        await().untilAsserted(() -> assertThat(status(session)).isEqualTo("ABORTED"));
        assertThat(merchant.status(invoice)).isEqualTo("created");
    }

    @Test
    void anAcquirerThatLiesIsNotBelieved() {
        var session = open();
        faults("{\"lie\": \"amount\"}");

        pay(session);

        await().untilAsserted(() -> assertThat(alarms(session)).isPositive());
        assertThat(merchant.status(invoice)).isEqualTo("created");
        assertThat(status(session)).isEqualTo("CREATED");
    }

    private Operation open() {
        var request = new SessionRequest(
                InvoiceId.parse(invoice).orElseThrow(), Optional.empty(), URI.create("https://shop.example/back"));
        var session = routes.requestBody("direct:start-session", request, Operation.class);
        assertThat(session.state()).isEqualTo(OperationState.WAITING);
        return session;
    }

    private void pay(Operation session) {
        act(session, "pay", "{\"card\": \"4111111111111111\"}");
    }

    private void act(Operation session, String what, String body) {
        var path = "/mock/psp/payments/" + session.providerReference().orElseThrow() + "/" + what;
        assertThat(Http.send("POST", sandbox.uri(path), body, "Content-Type", "application/json")
                        .status())
                .isEqualTo(200);
    }

    private void faults(String faults) {
        Http.send("POST", sandbox.uri("/mock/psp/faults"), faults, "Content-Type", "application/json");
    }

    private long payment(Operation session, String column) {
        return database.queryForObject(
                "select " + column + " from payment where id = ?",
                Long.class,
                session.payment().value());
    }

    private String status(Operation session) {
        return database.queryForObject(
                "select status from payment where id = ?",
                String.class,
                session.payment().value());
    }

    private int alarms(Operation session) {
        return database.queryForObject(
                "select count(*) from payment_alarm where payment_id = ?",
                Integer.class,
                session.payment().value());
    }
}
