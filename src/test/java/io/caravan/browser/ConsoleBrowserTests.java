package io.caravan.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.caravan.support.Http;
import io.caravan.support.MerchantClient;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.Keys;
import org.springframework.jdbc.core.JdbcTemplate;

/** The operators' console in a real browser, at a desk. Pictures of it are in target/pages. */
class ConsoleBrowserTests extends InBrowser {

    private static final String PHONE_NUMBER = "+4571400612";

    private final MerchantClient merchant = new MerchantClient(sandbox::uri);
    private final JdbcTemplate database = new JdbcTemplate(sandbox.context().getBean(DataSource.class));

    @BeforeEach
    void signIn() {
        browser.wide(DESK);
        browser.open(sandbox.managementUri("/ops/login"));
        browser.type("#name", "ops");
        browser.type("#password", "ops-sandbox");
        browser.click("button.main");
        browser.awaitText("Somebody should look");
    }

    @AfterEach
    void nothingStaysBroken() {
        Http.send("DELETE", sandbox.uri("/mock/push/faults"), "");
        database.update("delete from hold where kind = 'JOB' and name = 'purge-sms'");
        browser.open(sandbox.managementUri("/ops/acts"));
        browser.click(".who button");
        browser.awaitText("You have signed out.");
    }

    @Test
    void aDeadLetterIsFoundUnderstoodAndReplayedWithoutScripts() {
        var invoice = parkedInvoice();
        browser.withScripts(false);

        browser.open(sandbox.managementUri("/ops/overview"));
        browser.picture("console-overview-desk");
        browser.click("section a[href='dead-letters']");
        browser.awaitText("Send all of push");
        assertThat(browser.text()).contains("422").doesNotContain(PHONE_NUMBER);
        browser.picture("console-dead-letters-desk");
        browser.pictureForDocuments("console-dead-letters");
        browser.click("a[href='timeline?id=" + invoice + "']");
        browser.awaitText("Timeline of an invoice");
        assertThat(browser.text()).contains("INVOICE_CREATED", "PARKED", PHONE_NUMBER);
        browser.picture("console-timeline-desk");
        browser.pictureForDocuments("console-timeline");

        Http.send("DELETE", sandbox.uri("/mock/push/faults"), "");
        browser.click("td form button");
        browser.awaitText("1 notice would be sent");
        browser.picture("console-replay-desk");
        browser.click("button.main");

        browser.awaitText("Done: sent a parked notice");
        browser.picture("console-done-desk");
        await().until(() -> stateOfNotice(invoice).equals("SENT"));
    }

    @Test
    void aJobIsHeldAndReleasedAndTheAuditTellsWho() {
        browser.open(sandbox.managementUri("/ops/jobs"));
        browser.picture("console-jobs-desk");
        browser.type("#job-purge-sms-why", "a test of the console");
        browser.press(Keys.ENTER);
        browser.awaitText("Done: held, job purge-sms. a test of the console");
        browser.click(".links a");
        browser.awaitText("a test of the console");
        browser.dark(true).picture("console-jobs-held-desk-dark");

        browser.click("tr:has(input[value='purge-sms']) button.main");

        browser.awaitText("Done: released, job purge-sms");
        assertThat(browser.text("tbody tr")).contains("ops", "released", "job purge-sms");
    }

    @Test
    void aMerchantIsLookedAtAsAPlanAndThenSetUp() {
        var id = UUID.randomUUID();
        browser.withScripts(false);
        browser.open(sandbox.managementUri("/ops/setup-json"));
        browser.type(
                "#plan-json",
                """
                {"merchants": [{"id": "%s", "name": "Harbour Bikes", "country": "DK", "currency": "DKK",
                  "zone": "Europe/Copenhagen", "vatNumber": "DK1", "clients": [{"id": "bikes-%s"}]}]}"""
                        .formatted(id, id));
        browser.click("button.main");
        browser.awaitText("This would be done");
        browser.picture("console-setup-plan-desk");

        browser.click("#main section:first-of-type button.main");

        browser.awaitText("Done: 2 created");
        browser.picture("console-setup-done-desk");
        browser.open(sandbox.managementUri("/ops/secrets?kind=client&owner=bikes-" + id));
        browser.dark(true).picture("console-secrets-desk-dark");
    }

    @Test
    void aPayerIsLookedAtAndErasedWithoutScripts() {
        merchant.invoice("+4571640613", "console-" + UUID.randomUUID());
        browser.withScripts(false);
        browser.open(sandbox.managementUri("/ops/privacy"));
        browser.type("#look-phone", "+45 71 64 06 13");
        browser.click("button.main");
        browser.awaitText("What is held of");
        browser.dark(true).picture("console-privacy-held-desk-dark");
        browser.dark(false).picture("console-privacy-held-desk");

        browser.click("button.bad");

        browser.awaitText("The payer is being erased.");
        browser.picture("console-privacy-desk");
        assertThat(browser.text()).contains("**13").doesNotContain("71640613");
    }

    @Test
    void everyPageFitsOnAPhone() {
        browser.wide(PHONE);
        for (var page : new String[] {
            "overview",
            "search",
            "dead-letters",
            "endpoints",
            "transfers",
            "alarms",
            "channels",
            "jobs",
            "setup",
            "setup-json",
            "setup-form?kind=merchant",
            "secrets",
            "privacy",
            "routes",
            "acts"
        }) {
            browser.open(sandbox.managementUri("/ops/" + page));
            assertThat(browser.overflow()).as(page).isZero();
            browser.picture("console-" + page.replaceAll("[^a-z-]", "-") + "-phone");
        }
        browser.wide(DESK).open(sandbox.managementUri("/ops/endpoints"));
        browser.picture("console-endpoints-desk");
        browser.open(sandbox.managementUri("/ops/search?q=%2B4571400612"));
        browser.picture("console-search-desk");
        browser.open(sandbox.managementUri("/ops/channels"));
        browser.picture("console-channels-desk");
    }

    private String parkedInvoice() {
        Http.send(
                "POST",
                sandbox.uri("/mock/push/faults"),
                "{\"errorRate\": 1, \"status\": 422}",
                "Content-Type",
                "application/json");
        var invoice = merchant.invoice(PHONE_NUMBER, "console-" + UUID.randomUUID());
        await().until(() -> stateOfNotice(invoice).equals("PARKED"));
        return invoice;
    }

    private String stateOfNotice(String invoice) {
        return database
                .queryForList("select state from notice where subject_id = ?", String.class, UUID.fromString(invoice))
                .stream()
                .findFirst()
                .orElse("none");
    }
}
