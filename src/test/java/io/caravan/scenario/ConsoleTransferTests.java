package io.caravan.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import io.caravan.support.ConsoleClient;
import io.caravan.support.Http;
import io.caravan.support.Sandbox;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;

/** What operators see and do about transfers in the console. */
class ConsoleTransferTests {

    private final Sandbox sandbox = Sandbox.running();
    private final ConsoleClient console = new ConsoleClient(sandbox::managementUri).signedIn();
    private final JdbcTemplate database = new JdbcTemplate(sandbox.context().getBean(DataSource.class));

    @Test
    void aTransferThatDoesNotExistIsNotAssigned() {
        assertThat(console.post("transfers", "assign", "provider", "bank", "transfer", "x", "invoice", "y")
                        .status())
                .isEqualTo(400);
        assertThat(console.post(
                                "transfers",
                                "assign",
                                "provider",
                                "bank",
                                "transfer",
                                "x",
                                "invoice",
                                "cpi_0000000000000000")
                        .status())
                .isEqualTo(409);
    }

    @Test
    void aTransferThatWasPaidBackIsClosedOnceWithAReason() {
        var id = UUID.randomUUID().toString();
        transfer(id, 0);
        assertThat(console.get("transfers").body()).contains(id, "Paid back");

        assertThat(paidBack(id, " ").status()).isEqualTo(400);
        var done = paidBack(id, "sent back " + id);
        var again = paidBack(id, "sent back " + id);

        assertThat(console.follow(done).body())
                .contains("Done: paid a transfer back, transfer " + id + ". 1.00 EUR: sent back " + id);
        assertThat(console.follow(again).body()).contains("somebody was faster");
        assertThat(console.get("transfers").body()).doesNotContain(id);
        assertThat(database.queryForList(
                        "select operator from operator_act where kind = 'RETURN_TRANSFER' and subject = ?",
                        String.class,
                        "transfer " + id))
                .containsExactly("ops");
        database.update("delete from incoming_transfer where id = ?", id);
    }

    @Test
    void transfersThatDoNotFitOnAPageAreOnTheNext() {
        var run = "page/" + UUID.randomUUID() + " ";
        IntStream.range(0, 101).forEach(i -> transfer(run + i, i));

        var first = console.get("transfers").body();
        var older = Pattern.compile("href=\"(transfers\\?after=[^\"]+)\">Older").matcher(first);

        assertThat(older.find()).isTrue();
        assertThat(first).contains(">" + run + "100<").doesNotContain(">" + run + "0<");
        assertThat(console.get(older.group(1)).body())
                .contains(">" + run + "0<")
                .doesNotContain(">" + run + "1<");
        database.update("delete from incoming_transfer where id like ?", run + "%");
    }

    /** Newer than all others, and the newer the larger the number. */
    private void transfer(String id, int number) {
        database.update(
                """
                insert into incoming_transfer (provider, id, reference, currency, amount, sender, state, why, at)
                values ('bank', ?, 'a test', 'EUR', 100, '', 'UNMATCHED', 'a test', ?)
                """,
                id,
                Timestamp.from(Instant.parse("2038-01-02T00:00:00Z").plusSeconds(number)));
    }

    private Http.Reply paidBack(String id, String why) {
        return console.post("transfers", "return", "provider", "bank", "transfer", id, "why", why);
    }
}
