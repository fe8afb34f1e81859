package io.caravan.door;

import static org.assertj.core.api.Assertions.assertThat;

import io.caravan.support.ConsoleClient;
import io.caravan.support.Http;
import io.caravan.support.MerchantClient;
import io.caravan.support.Sandbox;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The operators' port: nothing but health without the password, and not everything with it. */
class OperatorTests {

    private static final String OPS = "Basic b3BzOm9wcy1zYW5kYm94";
    private static final String WRONG = "Basic b3BzOndyb25n";
    private static final String ROUTE =
            "org.apache.camel:context=caravan,type=routes,name=\\\"mobilepay-cancel-invoice\\\"";

    private static final String GATEWAY = "org.apache.camel:context=caravan,type=routes,name=\\\"sms-gateway-a\\\"";
    private static final String CONTEXT = "org.apache.camel:context=caravan,type=context,name=\\\"caravan\\\"";

    private final Sandbox sandbox = Sandbox.running();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/actuator",
                "/actuator/info",
                "/actuator/metrics",
                "/actuator/prometheus",
                "/actuator/hawtio/camel",
                "/actuator/hawtio/index.html",
                "/actuator/hawtio/user",
                "/actuator/hawtio/jolokia",
                "/actuator/jolokia"
            })
    void thePasswordIsNeeded(String path) {
        assertThat(get(path).status()).isEqualTo(401);
        assertThat(get(path, "Authorization", WRONG).status()).isEqualTo(401);
        assertThat(get(path, "Authorization", OPS).status()).isEqualTo(200);
    }

    @Test
    void theBrowserAsksForThePassword() {
        assertThat(get("/actuator/hawtio/").headers().firstValue("WWW-Authenticate"))
                .contains("Basic realm=\"Caravan operators\"");
    }

    @Test
    void aMerchantsTokenIsNoPassword() {
        var token = MerchantClient.token(sandbox::uri, "sandbox-dk", "sandbox-dk-secret");

        assertThat(get("/actuator/metrics", "Authorization", "Bearer " + token).status())
                .isEqualTo(401);
    }

    @Test
    void healthIsAStatusForEverybodyAndMoreForOperators() {
        var anybody = get("/actuator/health");
        var operator = get("/actuator/health", "Authorization", OPS);

        assertThat(anybody.body()).doesNotContain("components", "details");
        assertThat(operator.body()).contains("components");
        assertThat(get("/actuator/health/liveness").status()).isEqualTo(200);
        assertThat(get("/actuator/health/readiness").status()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/actuator/env",
                "/actuator/heapdump",
                "/actuator/beans",
                "/actuator/shutdown",
                "/api/v1/merchants/me"
            })
    void otherThingsAreNotThere(String path) {
        assertThat(get(path, "Authorization", OPS).status()).isEqualTo(404);
    }

    @Test
    void nobodyIsRememberedBetweenRequests() {
        assertThat(get("/actuator/metrics", "Authorization", OPS).headers().allValues("Set-Cookie"))
                .isEmpty();
    }

    @Test
    void hawtioSendsNobodyOnErrands() {
        assertThat(get("/actuator/hawtio/proxy/http/127.0.0.1/1/x", "Authorization", OPS)
                        .status())
                .isEqualTo(403);
    }

    @Test
    void hawtioHasNoLoginOfItsOwn() {
        assertThat(get("/actuator/hawtio/", "Authorization", OPS).headers().firstValue("Location"))
                .hasValueSatisfying(to -> assertThat(to).endsWith("/actuator/hawtio/camel"));
        assertThat(get("/actuator/hawtio/user", "Authorization", OPS).body()).contains("public");
        assertThat(get("/actuator/hawtio/").status()).isEqualTo(401);
    }

    @Test
    void hawtiosListOfAllMBeansDescribesEachKindOnce() {
        var list = Http.send(
                "POST",
                sandbox.managementUri("/actuator/hawtio/jolokia/?maxDepth=9&listCache=true&ignoreErrors=true"),
                "{\"type\":\"list\"}",
                "Authorization",
                OPS,
                "Content-Type",
                "application/json");

        assertThat(list.json().at("/value/domains/org.apache.camel").size()).isGreaterThan(1000);
        assertThat(list.body().length()).isLessThan(3_000_000);
    }

    @Test
    void whateverStartsOrStopsRoutesIsWrittenDownHoweverItIsSent() {
        var bulk =
                "[{\"type\":\"exec\",\"mbean\":\"%1$s\",\"operation\":\"dumpRouteAsXml()\"},{\"type\":\"exec\",\"mbean\":\"%1$s\",\"operation\":\"suspend\"}]"
                        .formatted(ROUTE);

        assertThat(jolokia(bulk).status()).isEqualTo(200);
        assertThat(exec(ROUTE, "resume", "")).isEqualTo(200);

        var audit =
                new ConsoleClient(sandbox::managementUri).signedIn().get("acts").body();
        assertThat(audit)
                .contains("called Camel over JMX", "routes mobilepay-cancel-invoice", "suspend", "resume")
                .doesNotContain("dumpRouteAsXml");
    }

    @Test
    void aRouteCanBeStoppedAndStarted() {
        assertThat(exec(ROUTE, "stop()", "")).isEqualTo(200);
        try {
            assertThat(jolokia(read(ROUTE, "State")).json().get("value").asText())
                    .isEqualTo("Stopped");
        } finally {
            assertThat(exec(ROUTE, "start()", "")).isEqualTo(200);
        }
        assertThat(exec(ROUTE, "dumpRouteAsXml()", "")).isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                ROUTE + " | remove() | ",
                ROUTE + " | updateRouteFromXml(java.lang.String) | \"<route/>\"",
                "org.apache.camel:context=caravan,type=context,name=\\\"caravan\\\" | sendBody(java.lang.String,java.lang.Object) | \"direct:x\",\"y\"",
                "org.apache.camel:context=caravan,type=context,name=\\\"caravan\\\" | createEndpoint(java.lang.String) | \"exec:x\"",
                "java.lang:type=Memory | gc | ",
                "com.sun.management:type=HotSpotDiagnostic | dumpHeap | \"/tmp/x.hprof\",true",
                "com.sun.management:type=DiagnosticCommand | vmSystemProperties | ",
                "java.util.logging:type=Logging | setLoggerLevel | \"\",\"ALL\""
            })
    void nothingThatChangesTheServiceCanBeDone(String bean, String operation, String arguments) {
        assertThat(exec(bean, operation, arguments == null ? "" : arguments)).isEqualTo(403);
    }

    @Test
    void attributesAreReadAndNotWritten() {
        var write = "{\"type\":\"write\",\"mbean\":\"%s\",\"attribute\":\"Tracing\",\"value\":true}".formatted(ROUTE);

        assertThat(jolokia(read("java.lang:type=Memory", "HeapMemoryUsage"))
                        .json()
                        .get("status")
                        .asInt())
                .isEqualTo(200);
        assertThat(jolokia(write).json().get("status").asInt()).isEqualTo(403);
    }

    @Test
    void whatMayHoldSecretsIsNotShown() {
        assertThat(jolokia(read("java.lang:type=Runtime", "SystemProperties")).body())
                .contains("403")
                .doesNotContain("java.home");
        assertThat(jolokia(read("java.lang:type=Runtime", "InputArguments")).body())
                .contains("403");
    }

    /** Camel puts settings in the place of their names if it is told to: the credentials of gateways, too. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                GATEWAY + " | dumpRouteAsXml(boolean) | true",
                GATEWAY + " | dumpRouteAsXml(boolean,boolean) | true,true",
                GATEWAY + " | dumpRouteAsYaml(boolean) | true",
                CONTEXT + " | dumpRoutesAsXml(boolean) | true",
                CONTEXT + " | dumpRoutesAsXml(boolean , boolean) | true,true",
                CONTEXT + " | dumpRoutesAsYaml(boolean) | true"
            })
    void noDumpOfRoutesShowsSettings(String bean, String operation, String arguments) {
        assertThat(exec(bean, operation, arguments)).isEqualTo(403);
    }

    @Test
    void whatHawtioDrawsRoutesFromNamesSettingsOnly() {
        var dump = "{\"type\":\"exec\",\"mbean\":\"%s\",\"operation\":\"dumpRoutesAsXml()\"}".formatted(CONTEXT);

        assertThat(jolokia(dump).body()).contains("{{caravan.channel.sms.a.password}}");
        assertThat(exec(CONTEXT, "dumpRoutesStatsAsXml", "true,true")).isEqualTo(200);
    }

    @Test
    void jolokiaSendsNobodyOnErrands() {
        var errand = "{\"type\":\"read\",\"mbean\":\"java.lang:type=Memory\",\"attribute\":\"Verbose\","
                + "\"target\":{\"url\":\"service:jmx:rmi:///jndi/rmi://127.0.0.1:1/jmxrmi\"}}";

        assertThat(jolokia(errand).body()).doesNotContain("RMI", "refused", "Naming");
    }

    @Test
    void otherSitesDoNotActThroughAnOperatorsBrowser() {
        var version = "{\"type\":\"version\"}";

        assertThat(jolokia(version).status()).isEqualTo(200);
        assertThat(jolokia(version, "Origin", "http://evil.example").status()).isEqualTo(403);
        assertThat(jolokia(version, "Sec-Fetch-Site", "cross-site").status()).isEqualTo(403);
        assertThat(get("/actuator/jolokia/exec/java.lang:type=Memory/gc", "Authorization", OPS)
                        .status())
                .isEqualTo(403);
        assertThat(get("/actuator/jolokia/%65xec/java.lang:type=Memory/gc", "Authorization", OPS)
                        .status())
                .isEqualTo(403);
        assertThat(get("/actuator/%6Aolokia/exec/java.lang:type=Memory/gc", "Authorization", OPS)
                        .body())
                .doesNotContain("value");
    }

    @Test
    void otherSitesReadNothingThroughAnOperatorsBrowser() {
        for (var path : new String[] {"/actuator/jolokia/version", "/actuator/hawtio/jolokia/version"}) {
            var read = get(path, "Authorization", OPS, "Origin", "http://evil.example");

            assertThat(read.headers().firstValue("Access-Control-Allow-Origin"))
                    .as(path)
                    .isEmpty();
        }
    }

    private int exec(String bean, String operation, String arguments) {
        return jolokia("{\"type\":\"exec\",\"mbean\":\"%s\",\"operation\":\"%s\",\"arguments\":[%s]}"
                        .formatted(bean, operation, arguments))
                .json()
                .get("status")
                .asInt();
    }

    private static String read(String bean, String attribute) {
        return "{\"type\":\"read\",\"mbean\":\"%s\",\"attribute\":\"%s\"}".formatted(bean, attribute);
    }

    private Http.Reply jolokia(String request, String... headers) {
        var all = java.util.stream.Stream.concat(
                        java.util.stream.Stream.of("Authorization", OPS, "Content-Type", "application/json"),
                        java.util.stream.Stream.of(headers))
                .toArray(String[]::new);
        return Http.send("POST", sandbox.managementUri("/actuator/jolokia"), request, all);
    }

    private Http.Reply get(String path, String... headers) {
        return Http.get(sandbox.managementUri(path), headers);
    }
}
