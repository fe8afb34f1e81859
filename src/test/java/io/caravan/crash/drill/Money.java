package io.caravan.crash.drill;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The books of the acquirer, the carrier and the bank agree with ours, payment by payment and instruction by instruction. */
final class Money {

    private static final Map<String, String> DONE = Map.of(
            "authorize", "authorized",
            "charge", "charged",
            "capture", "captured",
            "refund", "refunded",
            "cancel", "cancelled");

    /** What has become of a payment at its provider, or here. */
    private record Sums(long authorized, long captured, long refunded, long cancelled) {

        static final Sums NONE = new Sums(0, 0, 0, 0);

        Sums plus(String kind, long amount) {
            return switch (kind) {
                case "authorize" -> new Sums(authorized + amount, captured, refunded, cancelled);
                case "charge" -> new Sums(authorized + amount, captured + amount, refunded, cancelled);
                case "capture" -> new Sums(authorized, captured + amount, refunded, cancelled);
                case "refund" -> new Sums(authorized, captured, refunded + amount, cancelled);
                default -> new Sums(authorized, captured, refunded, cancelled + amount);
            };
        }
    }

    private record Row(String id, String status, Sums sums) {}

    private final JdbcClient tables;
    private final Site site;
    private final LocalDate since;
    private final Journal journal;
    private final Map<String, Sums> theirs = new HashMap<>();
    private final Set<String> theirKeys = new HashSet<>();

    /** @param since the day on which the drill began */
    Money(JdbcClient tables, Site site, LocalDate since, Journal journal) {
        this.tables = tables;
        this.site = site;
        this.since = since;
        this.journal = journal;
    }

    void check() {
        readAcquirer();
        readCarrier();
        readBank();
        payments();
        operations();
        invoices();
        transfers();
        alarms();
    }

    private void readAcquirer() {
        for (var day = since; !day.isAfter(LocalDate.now(ZoneOffset.UTC)); day = day.plusDays(1)) {
            var after = "";
            do {
                var page = site.ask("/mock/psp/operations?day=" + day + "&after=" + after)
                        .json();
                page.get("operations").forEach(this::readOperation);
                after = page.get("next").asText("");
            } while (!after.isEmpty() && !after.equals("null"));
        }
    }

    private void readOperation(JsonNode operation) {
        var kind = operation.get("kind").asText();
        if (operation.get("status").asText().equals(DONE.get(kind))) {
            add(
                    operation.get("reference").asText(),
                    operation.get("idempotencyKey").asText(),
                    kind,
                    operation.get("amount").asLong());
        }
    }

    private void readCarrier() {
        for (var charge : site.ask("/mock/carrier/charges").json()) {
            if (charge.get("billed").asBoolean()) {
                var minor = minor(charge.get("price"));
                add(
                        charge.get("correlationId").asText(),
                        charge.get("transactionId").asText(),
                        minor < 0 ? "refund" : "charge",
                        Math.abs(minor));
            }
        }
    }

    private void readBank() {
        for (var refund : site.ask("/mock/bank/refunds").json()) {
            if (refund.get("status").asText().equals("done")) {
                theirKeys.add(refund.get("id").asText());
                journal.count("bank refund, minor units", minor(refund.get("amount")));
            }
        }
    }

    private void add(String payment, String key, String kind, long amount) {
        if (!theirKeys.add(key)) {
            journal.broken("a provider has done " + key + " twice");
        }
        theirs.merge(
                payment,
                Sums.NONE.plus(kind, amount),
                (one, other) -> new Sums(
                        one.authorized + other.authorized,
                        one.captured + other.captured,
                        one.refunded + other.refunded,
                        one.cancelled + other.cancelled));
        journal.count("provider " + kind + ", minor units", amount);
    }

    /** Of payments that a provider moves; what was never reserved counts as cancelled here and is nothing there. */
    private void payments() {
        var ours = tables.sql(
                        """
                        select id, status, authorized, captured, refunded, cancelled from payment
                        where method <> 'REQUISITES'
                        """)
                .query((row, n) -> new Row(
                        row.getString(1),
                        row.getString(2),
                        row.getLong(3) == 0 || !row.getString(2).equals("AUTHORIZED")
                                ? Sums.NONE
                                : new Sums(row.getLong(3), row.getLong(4), row.getLong(5), row.getLong(6))))
                .list();
        var known = new HashSet<String>();
        for (var row : ours) {
            known.add(row.id());
            var there = theirs.getOrDefault(row.id(), Sums.NONE);
            var agrees = row.status().equals("AUTHORIZED")
                    ? there.equals(row.sums())
                    : there.captured == there.refunded && there.authorized == there.captured + there.cancelled;
            if (!agrees) {
                journal.broken("payment " + row + " is at its provider " + there);
            }
        }
        theirs.keySet().stream()
                .filter(id -> !known.contains(id))
                .forEach(id -> journal.broken("a provider has payment " + id + ", and nobody here knows it"));
        journal.count("payments", ours.size());
    }

    /** Each instruction that is done here was done there, and the other way round. */
    private void operations() {
        var done = new HashSet<>(
                tables.sql("select id from operation where state = 'DONE' and (provider <> 'BANK' or kind = 'REFUND')")
                        .query(String.class)
                        .list());
        done.stream()
                .filter(id -> !theirKeys.contains(id))
                .forEach(id -> journal.broken("operation " + id + " is done here, and not at its provider"));
        theirKeys.stream()
                .filter(id -> !done.contains(id))
                .forEach(id -> journal.broken("operation " + id + " is done at its provider, and not here"));
        journal.count("operations done", done.size());
    }

    /** An invoice that is paid was paid once; any other has cost its payer nothing. */
    private void invoices() {
        tables.sql(
                        """
                        select i.id || ' ' || i.status || ', of ' || i.total || ' there came ' || s.kept from invoice i
                        join (select invoice_id, sum(captured - refunded) as kept from payment
                            where invoice_id is not null group by invoice_id) s on s.invoice_id = i.id
                        where s.kept <> case when i.status = 'PAID' then i.total else 0 end
                        union all
                        select i.id || ' is PAID by no payment' from invoice i
                        where i.status = 'PAID' and not exists (select 1 from payment p where p.invoice_id = i.id)
                        """)
                .query(String.class)
                .list()
                .forEach(invoice -> journal.broken("invoice " + invoice));
    }

    private void transfers() {
        long came = 0;
        for (var transfer : site.ask("/mock/bank/transfers").json()) {
            came += minor(transfer.get("amount"));
        }
        agree("transfers", came, "select coalesce(sum(amount), 0) from incoming_transfer");
        agree(
                "transfers that paid something",
                tables.sql("select coalesce(sum(amount), 0) from incoming_transfer where state = 'MATCHED'")
                        .query(Long.class)
                        .single(),
                "select coalesce(sum(captured), 0) from payment where method = 'REQUISITES'");
        agree(
                "refunds of transfers",
                journal.figures().getOrDefault("bank refund, minor units", 0L),
                "select coalesce(sum(refunded), 0) from payment where method = 'REQUISITES'");
    }

    private void agree(String what, long theirSum, String sql) {
        var ourSum = tables.sql(sql).query(Long.class).single();
        if (ourSum != theirSum) {
            journal.broken(what + " come to " + theirSum + " there and " + ourSum + " here");
        }
        journal.count(what + ", minor units", theirSum);
    }

    private void alarms() {
        tables.sql("select kind || ' ' || what from payment_alarm")
                .query(String.class)
                .list()
                .forEach(alarm -> journal.broken("alarm: " + alarm));
        tables.sql("select why || ' ' || state from unmatched_money where state <> 'RETURNED'")
                .query(String.class)
                .list()
                .forEach(money -> journal.broken("money that nobody gave back: " + money));
        tables.sql("select channel || ' ' || kind || ': ' || coalesce(reason, '') from notice where state = 'PARKED'")
                .query(String.class)
                .list()
                .forEach(notice -> journal.broken("notice that was given up: " + notice));
    }

    private static long minor(JsonNode major) {
        return new BigDecimal(major.asText()).movePointRight(2).longValueExact();
    }
}
