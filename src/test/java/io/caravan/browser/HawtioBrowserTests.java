package io.caravan.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;

/** Hawtio in a real browser, at a desk, with the credential of the operators' port and no other. */
class HawtioBrowserTests extends InBrowser {

    private static final String MENU = "button[aria-label='Global navigation']";
    private static final String ROUTES = "org.apache.camel-folder-CamelContexts-folder-caravan-folder-routes-folder";
    private static final String HOLD = "li[aria-labelledby^='operation hold']";
    private static final List<String> NOT_OURS =
            List.of("favicon", "React Router", "Failed to dump routes stats from mbean undefined");
    private static final String WHY = "the tour of Hawtio";

    private final JdbcTemplate database = new JdbcTemplate(sandbox.context().getBean(DataSource.class));

    /**
     * As a browser has it once its operator has been asked. Where other tests take the machine, Hawtio may give up a
     * request of its first page and say that it loads for ever: then the page is loaded again, as operators do.
     */
    @BeforeEach
    void knowTheCredential() {
        browser.wide(1280);
        var address = sandbox.managementUri("/actuator/hawtio/").toString().replace("://", "://ops:ops-sandbox@");
        int tries = 0;
        do {
            browser.open(URI.create(address));
            assertThat(++tries).isLessThan(6);
        } while (!browser.says("Camel Contexts", Duration.ofMinutes(1)));
    }

    /**
     * Hawtio warns of what its own libraries will change, and asks no MBean for the counters of a diagram if the route is
     * in a group.
     */
    @Override
    @AfterEach
    void nothingWasForbidden() {
        assertThat(browser.complaints())
                .filteredOn(line -> NOT_OURS.stream().noneMatch(line::contains))
                .isEmpty();
    }

    @AfterEach
    void nothingStaysHeld() {
        database.update("delete from hold where kind = 'JOB' and name = 'purge-sms'");
    }

    @Test
    void operatorsFindRoutesWithTheirCountersAndHoldAJobWhichIsInTheAudit() {
        int before = acts();
        assertThat(browser.address().toString()).endsWith("/actuator/hawtio/camel/contexts");
        assertThat(browser.text()).doesNotContain("Log in").contains("workflow", "channel", "callback", "job");
        shown("hawtio-camel");
        browser.click(MENU);

        browser.click(node(ROUTES));
        browser.awaitText("main table", "relay-events");
        shown("hawtio-routes");

        browser.click(toggle(ROUTES + "-workflow-folder"));
        browser.click(node(ROUTES + "-workflow-folder-relay-events-folder"));
        browser.click("a[href$='/camel/routeDiagram']");
        browser.awaitText(".react-flow", "empty-outbox");
        shown("hawtio-diagram");

        browser.click(MENU);
        browser.click("nav a[href$='/hawtio/jmx']");
        browser.click(MENU);
        browser.click(toggle("caravan-folder"));
        browser.click(node("caravan-folder-Holds"));
        browser.click("a[href$='/jmx/operations']");
        browser.click(HOLD + " .pf-v5-c-data-list__toggle button");
        browser.type(HOLD + " input[id*='-kind-']", "job");
        browser.type(HOLD + " input[id*='-name-']", "purge-sms");
        browser.type(HOLD + " input[id*='-why-']", WHY);
        browser.click(HOLD + " button.pf-m-danger:not(:disabled):not([aria-disabled='true'])");
        browser.awaitText(HOLD, "Result");
        shown("hawtio-operation");

        assertThat(acts()).isEqualTo(before + 1);
    }

    private static String node(String id) {
        return "[id='" + id + "'] > div .pf-v5-c-tree-view__node-text";
    }

    private static String toggle(String id) {
        return "[id='" + id + "'] > div .pf-v5-c-tree-view__node-toggle";
    }

    private static void shown(String name) {
        browser.picture(name);
        browser.pictureForDocuments(name);
    }

    private int acts() {
        return database.queryForObject(
                "select count(*) from operator_act where operator = 'ops' and subject = 'job purge-sms' and note like ?",
                Integer.class,
                "%" + WHY + "%");
    }
}
