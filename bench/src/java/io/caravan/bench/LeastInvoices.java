package io.caravan.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.caravan.core.event.EventId;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.sql.PreparedStatement;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import org.springframework.context.annotation.Profile;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.ArgumentPreparedStatementSetter;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/**
 * Takes an invoice as simply as the service's promises allow: the statements of the service's own transaction, sent as it
 * sends them, to its own tables on PostgreSQL, and nothing else. Nobody relays, announces or reports what it leaves.
 */
@RestController
@Profile(BareService.PROFILE)
final class LeastInvoices {

    private static final UUID MERCHANT = UUID.fromString(Sandbox.MERCHANT);
    private static final int SHARDS = 16;
    private static final int LIMIT = 10;

    private static final String ISSUER =
            "select id, merchant_id, name, street, zip_code, city, status, payout_account from issuer"
                    + " where merchant_id = ? and id = ?";

    private static final String PAYER = "select id, phone, name, blocked, card from payer where phone = ?";

    private static final String INVOICE =
            """
            insert into invoice (id, merchant_id, issuer_id, dialect, delivery, phone, currency, total, due_date, document,
                fingerprint, status, number, created_at, expires_at, invoice_number)
            values (?, ?, ?, 'MOBILEPAY', 'DIRECT', ?, 'DKK', ?, ?, ?, ?, 'CREATED', 0, ?, ?, ?)
            on conflict do nothing
            """;

    private static final String FIRST_OF_DAY =
            "insert into daily_count (merchant_id, phone, on_day, n) values (?, ?, ?, 0) on conflict do nothing";

    private static final String COUNT =
            "update daily_count set n = n + 1 where merchant_id = ? and phone = ? and on_day = ? and n < ?";

    private static final String EVENT =
            """
            with inserted as (
                insert into event (id, subject_id, number, type, merchant_id, dialect, at, details)
                values (?, ?, 0, 'INVOICE_CREATED', ?, 'MOBILEPAY', ?, '{}') returning id, at)
            insert into outbox (shard, event_id, at) select ?, id, at from inserted
            """;

    private static final String WRITES = String.join(";\n", INVOICE, EVENT, FIRST_OF_DAY, COUNT);

    private final ObjectMapper json;
    private final JdbcTemplate jdbc;
    private final TransactionTemplate transaction;

    LeastInvoices(ObjectMapper json, JdbcTemplate jdbc, PlatformTransactionManager manager) {
        this.json = json;
        this.jdbc = jdbc;
        this.transaction = new TransactionTemplate(manager);
    }

    @PostMapping("/least")
    @ResponseStatus(HttpStatus.ACCEPTED)
    Map<String, UUID> create(@RequestBody byte[] body) throws IOException {
        var invoice = json.readTree(body);
        var id = UUID.randomUUID();
        transaction.executeWithoutResult(status -> write(id, invoice, new String(body, StandardCharsets.UTF_8)));
        return Map.of("InvoiceId", id);
    }

    private void write(UUID id, JsonNode invoice, String document) {
        var issuer = UUID.fromString(invoice.path("InvoiceIssuer").asText());
        var phone = invoice.path("ConsumerAlias").path("Alias").asText();
        var now = OffsetDateTime.now(ZoneOffset.UTC);
        jdbc.queryForList(ISSUER, MERCHANT, issuer);
        jdbc.queryForList(PAYER, phone);
        var values = new ArrayList<>();
        Collections.addAll(values, columns(id, issuer, phone, invoice, document, now));
        Collections.addAll(values, EventId.next().value(), id, MERCHANT, now, Math.floorMod(id.hashCode(), SHARDS));
        Collections.addAll(values, MERCHANT, phone, now.toLocalDate());
        Collections.addAll(values, MERCHANT, phone, now.toLocalDate(), LIMIT);
        jdbc.execute(WRITES, (PreparedStatement statement) -> {
            new ArgumentPreparedStatementSetter(values.toArray()).setValues(statement);
            statement.execute();
            return null;
        });
    }

    private static Object[] columns(
            UUID id, UUID issuer, String phone, JsonNode invoice, String document, OffsetDateTime now) {
        var fingerprint = new byte[32];
        ThreadLocalRandom.current().nextBytes(fingerprint);
        var total = new BigDecimal(invoice.path("TotalAmount").asText());
        var due = LocalDate.parse(invoice.path("DueDate").asText());
        return new Object[] {
            id,
            MERCHANT,
            issuer,
            phone,
            total.movePointRight(2).longValueExact(),
            due,
            document,
            fingerprint,
            now,
            due.plusDays(31).atStartOfDay().atOffset(ZoneOffset.UTC),
            invoice.path("InvoiceNumber").asText()
        };
    }
}
