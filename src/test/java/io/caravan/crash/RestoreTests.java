package io.caravan.crash;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.caravan.support.ConsoleClient;
import io.caravan.support.Http;
import io.caravan.support.MerchantClient;
import io.caravan.support.OwnProcesses;
import io.caravan.support.Ports;
import io.caravan.support.ServiceProcess;
import io.caravan.support.WalletClient;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.util.FileSystemUtils;

/** A backup that is restored as docs/operations.md says, while the world outside has gone on. */
@OwnProcesses
class RestoreTests {

    private static final String PHONE = "+4577007700";

    /** The statements of the chapter on backups, which hold what moves money and what tells people. */
    private static final Pattern HOLDS = Pattern.compile("## Backup and restore.*?```sql\n(.*?)```", Pattern.DOTALL);

    @TempDir
    Path folder;

    @Test
    void whatWasPaidSinceTheBackupIsNotPaidAgainAndWhatIsSentAgainGoesOnOnceAllIsReleased() throws Exception {
        var data = folder.resolve("data");
        var backup = folder.resolve("backup");
        try (var service = new ServiceProcess(folder, settings(data))) {
            service.start();
            var merchant = new MerchantClient(service::uri);
            var paid = merchant.invoice(PHONE, "restored-1");
            awaitOnPhone(service, paid);
            endCleanly(service);
            FileSystemUtils.copyRecursively(data, backup);

            service.start();
            WalletClient.payAt(service::uri, PHONE, paid);
            var lost = merchant.invoice(PHONE, "restored-2");
            awaitStatus(merchant, paid, "paid");
            awaitOnPhone(service, lost);
            endCleanly(service);

            FileSystemUtils.deleteRecursively(data);
            FileSystemUtils.copyRecursively(backup, data);
            placeHolds(data);
            service.start();
            assertThat(merchant.status(paid)).isEqualTo("created");
            assertThat(merchant.get("/invoices/" + lost + "/status").status()).isEqualTo(404);
            merchant.cancel(paid);
            awaitStatus(merchant, paid, "canceled");
            var again = merchant.invoice(PHONE, "restored-2");
            WalletClient.payAt(service::uri, PHONE, again);
            assertThat(charged(service)).containsExactly("restored-1");

            releaseAll(service);

            awaitStatus(merchant, again, "paid");
            awaitOnPhone(service, again);
            assertThat(charged(service)).containsExactlyInAnyOrder("restored-1", "restored-2");
        }
    }

    /** The mock endpoints are the world outside: what they remember does not go back. */
    private Map<String, String> settings(Path data) {
        var mockPort = Ports.free();
        return Map.of(
                "caravan.data",
                data.toString(),
                "caravan.mock.folder",
                folder.resolve("outside").toString(),
                "caravan.sandbox.demo",
                "false",
                "caravan.mock.port",
                String.valueOf(mockPort),
                "caravan.mock.url",
                "http://127.0.0.1:" + mockPort);
    }

    private static void placeHolds(Path data) throws IOException, SQLException {
        var chapter = HOLDS.matcher(Files.readString(Path.of("docs/operations.md")));
        assertThat(chapter.find()).isTrue();
        var url = "jdbc:h2:file:" + data.resolve("caravan") + ";MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;IFEXISTS=TRUE";
        try (var connection = DriverManager.getConnection(url, "sa", "");
                var statement = connection.createStatement()) {
            for (var sql : chapter.group(1).split(";")) {
                if (!sql.isBlank()) {
                    statement.execute(sql);
                }
            }
        }
    }

    /** The database is open until all else has ended. */
    private static void endCleanly(ServiceProcess service) throws IOException {
        service.terminate();
        assertThat(Files.readString(service.log())).doesNotContain("already closed", "has been closed");
    }

    private static void releaseAll(ServiceProcess service) {
        var console = new ConsoleClient(service::managementUri).signedIn();
        for (var channel : List.of("psp", "carrier", "bank", "push", "sms")) {
            console.post("channels", "release", "kind", "channel", "name", channel);
        }
        console.post("jobs", "release", "kind", "job", "name", "pay-scheduled");
    }

    private static void awaitStatus(MerchantClient merchant, String invoice, String status) {
        await().untilAsserted(() -> assertThat(merchant.status(invoice)).isEqualTo(status));
    }

    private static void awaitOnPhone(ServiceProcess service, String invoice) {
        await().untilAsserted(() -> assertThat(
                        Http.get(service.uri("/mock/wallet/" + PHONE.replace("+", "%2B")), "Accept", "application/json")
                                .body())
                .contains(invoice));
    }

    /** What the acquirer has charged, by the text on the bank statement. */
    private static List<String> charged(ServiceProcess service) {
        return StreamSupport.stream(
                        Http.get(service.uri("/mock/psp/payments")).json().spliterator(), false)
                .map(charge -> charge.path("text").asText())
                .toList();
    }
}
