package io.caravan.door;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.caravan.camel.rules.RouteFile;
import io.caravan.core.ops.ActKind;
import io.caravan.support.Http;
import io.caravan.support.Sandbox;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.management.MBeanServer;
import javax.management.ObjectName;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.jdbc.core.JdbcTemplate;

/** What operators do in the console can be done over JMX, and so in Hawtio, and is written down in the same way. */
class OperatorActTests {

    private static final String OPS = "Basic b3BzOm9wcy1zYW5kYm94";

    /** What forms of the console are sent to, and the operation that does the same. */
    private static final Map<String, String> OPERATIONS = Map.of(
            "/hold", "Holds.hold",
            "/release", "Holds.release",
            "/replay", "CallbackReplay.replay",
            "/assign", "Transfers.assign",
            "/return", "Transfers.giveBack",
            "/close", "Alarms.close",
            "/setup-plan", "Setup.plan",
            "/setup-apply", "Setup.apply",
            "/secrets-rotate", "Secrets.rotate");

    /** Forms that only lead to those above, and what is about one payer or takes a file along: that is for the console. */
    private static final Set<String> CONSOLE_ALONE = Set.of(
            "/setup-form",
            "/setup-check",
            "/setup-submit",
            "/setup-export",
            "/privacy-look",
            "/privacy-export",
            "/privacy-erase");

    private final Sandbox sandbox = Sandbox.running();
    private final MBeanServer beans = ManagementFactory.getPlatformMBeanServer();
    private final JdbcTemplate database = new JdbcTemplate(sandbox.context().getBean(DataSource.class));

    @Test
    void everyFormOfTheConsoleHasAnOperation() throws Exception {
        var forms = RouteFile.allIn(Path.of("routes/ops")).stream()
                .flatMap(RouteFile::routes)
                .map(route -> RouteFile.map(route.from().yaml().get("parameters")))
                .filter(parameters ->
                        RouteFile.text(parameters, "httpMethodRestrict").contains("POST"))
                .map(parameters -> RouteFile.text(parameters, "contextPath"))
                .filter(path -> !path.startsWith("/log") && !CONSOLE_ALONE.contains(path))
                .collect(Collectors.toCollection(TreeSet::new));

        assertThat(OPERATIONS.keySet()).containsExactlyInAnyOrderElementsOf(forms);
        for (var operation : OPERATIONS.values()) {
            assertThat(operations(operation)).contains(operation);
        }
    }

    @ParameterizedTest
    @EnumSource(
            mode = EnumSource.Mode.EXCLUDE,
            names = {"EXPORT_SETUP", "EXPORT_PAYER", "ERASE_PAYER", "CALL_CAMEL"})
    void everyActHasAnOperation(ActKind kind) throws Exception {
        var operation =
                switch (kind) {
                    case HOLD -> "Holds.hold";
                    case RELEASE -> "Holds.release";
                    case REPLAY_CALLBACK -> "CallbackReplay.replay";
                    case REPLAY_DEAD_CALLBACKS -> "CallbackReplay.replayDead";
                    case RESEND_NOTICE -> "CallbackReplay.resend";
                    case RESEND_NOTICES -> "CallbackReplay.resendParked";
                    case ASSIGN_TRANSFER -> "Transfers.assign";
                    case RETURN_TRANSFER -> "Transfers.giveBack";
                    case RESOLVE_ALARM -> "Alarms.close";
                    case SET_UP -> "Setup.apply";
                    case ROTATE_SECRET -> "Secrets.rotate";
                    case EXPORT_SETUP, EXPORT_PAYER, ERASE_PAYER, CALL_CAMEL -> "";
                };

        assertThat(operations(operation)).contains(operation);
    }

    @Test
    void aSetupIsPlannedAndAppliedThroughHawtioAndASecretIsReplacedAndAllOfItIsWrittenDownWithWhoDidIt() {
        var client = "jmx-" + UUID.randomUUID();
        var setup =
                """
                {"merchants": [{"id": "%s", "name": "Jetty Boats", "country": "DK", "currency": "DKK",
                  "zone": "Europe/Copenhagen", "vatNumber": "DK1", "clients": [{"id": "%s"}]}]}"""
                        .formatted(UUID.randomUUID(), client);

        assertThat(exec("Setup", "plan", setup)).contains("2 created", "nothing was changed");
        assertThat(exec("Setup", "apply", setup)).contains("2 created", "secret: ");
        assertThat(exec("Setup", "apply", setup)).contains("2 unchanged");
        assertThat(exec("Secrets", "rotate", "client", client, "PT1H")).hasSizeGreaterThan(20);
        assertThat(exec("Secrets", "old", "client", client)).contains("goodUntil");

        assertThat(database.queryForList(
                        "select kind from operator_act where operator = 'ops' and subject = ?",
                        String.class,
                        "client " + client))
                .containsExactly("ROTATE_SECRET");
        assertThat(exec("Setup", "apply", "{\"merchants\": 1}")).contains("Nothing was changed", "/merchants");
    }

    @Test
    void whatCannotBeDoneIsSaidAndNothingIsWrittenDown() {
        var acts = count();

        assertThatThrownBy(() -> invoke("Transfers", "assign", "bank", "trf_unknown", "cpi_nonsense"))
                .hasMessageContaining("cpi_");
        assertThatThrownBy(() -> invoke("Transfers", "giveBack", "bank", "trf_unknown", ""))
                .hasMessageContaining("1 to 200");
        assertThatThrownBy(() -> invoke("Secrets", "rotate", "client", "nobody-" + UUID.randomUUID(), "PT1H"))
                .hasMessageContaining("Nobody");
        assertThatThrownBy(() -> invoke("Secrets", "rotate", "client", "sandbox", "-PT1H"))
                .hasMessageContaining("PT0S");
        assertThat(invokeQuietly("CallbackReplay", "resend", UUID.randomUUID().toString()))
                .doesNotContain("Sent 1");

        assertThat(count()).isEqualTo(acts);
    }

    private int count() {
        return database.queryForObject("select count(*) from operator_act", Integer.class);
    }

    private Stream<String> operations(String name) throws Exception {
        var type = name.replaceFirst("\\..*", "");
        return Arrays.stream(beans.getMBeanInfo(new ObjectName("caravan:type=" + type))
                        .getOperations())
                .map(operation -> type + "." + operation.getName());
    }

    private String invokeQuietly(String type, String operation, String... arguments) {
        try {
            return String.valueOf(invoke(type, operation, arguments));
        } catch (Exception e) {
            return e.toString();
        }
    }

    private Object invoke(String type, String operation, String... arguments) throws Exception {
        var signature = new String[arguments.length];
        Arrays.fill(signature, String.class.getName());
        try {
            return beans.invoke(new ObjectName("caravan:type=" + type), operation, arguments, signature);
        } catch (javax.management.RuntimeMBeanException | javax.management.MBeanException e) {
            throw (Exception) e.getCause();
        }
    }

    /** As Hawtio does it. */
    private String exec(String type, String operation, String... arguments) {
        var json = sandbox.context()
                .getBean(com.fasterxml.jackson.databind.ObjectMapper.class)
                .createObjectNode();
        json.put("type", "exec").put("mbean", "caravan:type=" + type).put("operation", operation);
        var all = json.putArray("arguments");
        Arrays.stream(arguments).forEach(all::add);
        var reply = Http.send(
                "POST",
                sandbox.managementUri("/actuator/hawtio/jolokia/"),
                json.toString(),
                "Authorization",
                OPS,
                "Content-Type",
                "application/json");
        assertThat(reply.json().get("status").asInt()).as(reply.body()).isEqualTo(200);
        var value = reply.json().get("value");
        return value.isTextual() ? value.asText() : value.toString();
    }
}
