package io.caravan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.caravan.core.id.Uuids;
import io.caravan.store.Database;
import io.caravan.support.Http;
import io.caravan.support.MerchantClient;
import io.caravan.support.OwnProcesses;
import io.caravan.support.Ports;
import io.caravan.support.ServiceProcess;
import io.caravan.support.TestDatabases;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;

/** A service in production mode that nobody has allowed anything unsafe, from an empty database on. */
@OwnProcesses
class FirstInvoiceTests {

    private static final String EXAMPLE = "docs/examples/setup.json";
    private static final String PHONE = "+4520304050";
    private static final String SECRET = "whsec_cHJvZHVjdGlvbiB0ZXN0OiBhIHNlY3JldCBvZiBvdXIgb3du";

    @TempDir
    Path folder;

    @Test
    void anEmptyDatabaseReachesItsFirstPaidInvoiceByTheSetupFile() {
        int mockPort = Ports.free();
        var settings = settings("http://127.0.0.1:" + mockPort + "/mock");
        var service = new ServiceProcess(folder.resolve("service"), settings);
        var mocks = ServiceProcess.mocks(
                folder.resolve("mocks"),
                mockPort,
                Map.of("caravan.mock.service-url", service.uri("").toString(), "caravan.mock.psp-secret", SECRET));
        try (service;
                mocks) {
            mocks.launch();
            assertThat(setUp(settings, "--caravan.setup.dry-run")).contains("nothing was changed");
            var secrets = setUp(settings);
            service.start();
            mocks.awaitReady();
            var merchant = MerchantClient.token(service::uri, "harbour-bikes", secret(secrets, "harbour-bikes"));
            var wallet = MerchantClient.token(service::uri, "wallet-app", secret(secrets, "wallet-app"));

            var invoice = create(service, merchant);
            var paid = pay(service, wallet, invoice);

            assertThat(paid.status()).as(paid.body()).isEqualTo(200);
            await().untilAsserted(
                            () -> assertThat(status(service, merchant, invoice)).isEqualTo("paid"));
            assertThat(setUp(settings)).contains("0 created, 0 changed, 13 unchanged");
        }
    }

    private static Map<String, String> settings(String provider) {
        var own = "cHJvZHVjdGlvbiB0ZXN0OiBhIGtleSBvZiBvdXIgb3c=";
        var settings = new HashMap<String, String>();
        settings.put("caravan.mode", "production");
        settings.put("caravan.public-url", "https://pay.harbour-bikes.example");
        settings.put("spring.datasource.url", TestDatabases.freshUrl(Database.POSTGRESQL));
        settings.put("spring.datasource.username", "postgres");
        Stream.of("caravan.keys", "caravan.page.keys").forEach(keys -> {
            settings.put(keys + ".current", "own");
            settings.put(keys + ".ring.own", own);
        });
        settings.put("caravan.ops.users.ops", new BCryptPasswordEncoder(4).encode("not the one of the sandbox"));
        Stream.of("psp", "carrier", "bank", "sms.reports")
                .forEach(channel -> settings.put("caravan.channel." + channel + ".webhook-secret", SECRET));
        settings.put("caravan.channel.push.url", provider + "/push/messages");
        settings.put("caravan.channel.psp.url", provider + "/psp");
        settings.put("caravan.channel.carrier.url", provider + "/carrier");
        settings.put("caravan.channel.bank.url", provider + "/bank");
        Stream.of("a", "b").forEach(gateway -> {
            settings.put("caravan.channel.sms." + gateway + ".url", provider + "/sms-gateway/" + gateway + "/send");
            settings.put("caravan.channel.sms." + gateway + ".password", "a password of our own");
        });
        return settings;
    }

    /** What the command prints. */
    private static String setUp(Map<String, String> settings, String... more) {
        var out = new ByteArrayOutputStream();
        var err = new ByteArrayOutputStream();
        var args = Stream.of(
                        settings.entrySet().stream().map(setting -> "--" + setting.getKey() + "=" + setting.getValue()),
                        Stream.of("--caravan.setup=" + EXAMPLE),
                        Stream.of(more))
                .flatMap(part -> part)
                .toArray(String[]::new);

        int code = new SetupRun(InputStream.nullInputStream(), print(out), print(err)).run(args);

        assertThat(code).as(err.toString(StandardCharsets.UTF_8)).isZero();
        return out.toString(StandardCharsets.UTF_8);
    }

    private static PrintStream print(ByteArrayOutputStream to) {
        return new PrintStream(to, true, StandardCharsets.UTF_8);
    }

    private static String secret(String printed, String client) {
        var found = Pattern.compile("client +" + client + "\\R +secret: (\\S+)").matcher(printed);
        assertThat(found.find()).as("a secret of " + client).isTrue();
        return found.group(1);
    }

    private static String create(ServiceProcess service, String token) {
        var body = MerchantClient.body(PHONE, "first-1").replace(MerchantClient.ISSUER, example("/issuers/0/id"));
        var reply = Http.send(
                "POST",
                service.uri(invoices()),
                body,
                "Authorization",
                "Bearer " + token,
                "Content-Type",
                "application/json");
        assertThat(reply.status()).as(reply.body()).isEqualTo(202);
        return reply.json().get("InvoiceId").asText();
    }

    private static Http.Reply pay(ServiceProcess service, String token, String invoice) {
        return Http.send(
                "PUT",
                service.uri("/api/v1/consumers/me/invoices/" + invoice + "/accept"),
                "{}",
                "Authorization",
                "Bearer " + token,
                "AuthenticatedUser",
                Uuids.derived("payer " + PHONE).toString(),
                "Content-Type",
                "application/json");
    }

    private static String status(ServiceProcess service, String token, String invoice) {
        return Http.get(service.uri(invoices() + "/" + invoice + "/status"), "Authorization", "Bearer " + token)
                .json()
                .get("Status")
                .asText();
    }

    private static String invoices() {
        return "/api/v1/merchants/" + example("/id") + "/invoices";
    }

    /** Of the merchant in the file. */
    private static String example(String pointer) {
        try {
            return new ObjectMapper()
                    .readTree(Path.of(EXAMPLE).toFile())
                    .at("/merchants/0" + pointer)
                    .asText();
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
