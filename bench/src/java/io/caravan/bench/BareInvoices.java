package io.caravan.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import org.springframework.context.annotation.Profile;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Takes an invoice as simply as can be: parses it, inserts one row in one transaction, answers with an id. */
@RestController
@Profile(BareService.PROFILE)
final class BareInvoices {

    private static final String TABLE =
            """
            create table if not exists bare_invoice (
                id uuid primary key,
                merchant_id uuid not null,
                issuer_id uuid not null,
                dialect varchar(16) not null,
                delivery varchar(8) not null,
                phone varchar(16),
                currency char(3) not null,
                total bigint not null,
                due_date date not null,
                document varchar(1000000) not null,
                fingerprint bytea,
                status varchar(16) not null,
                number integer not null,
                created_at timestamp with time zone not null
            )
            """;

    private static final String INSERT =
            """
            insert into bare_invoice (id, merchant_id, issuer_id, dialect, delivery, phone, currency, total, due_date,
                document, fingerprint, status, number, created_at)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """;

    private final ObjectMapper json;
    private final JdbcTemplate jdbc;
    private final TransactionTemplate transaction;

    BareInvoices(ObjectMapper json, JdbcTemplate jdbc, PlatformTransactionManager manager) {
        this.json = json;
        this.jdbc = jdbc;
        this.transaction = new TransactionTemplate(manager);
        jdbc.execute(TABLE);
    }

    @GetMapping("/ready")
    String ready() {
        return "ready";
    }

    @PostMapping("/invoices")
    @ResponseStatus(HttpStatus.ACCEPTED)
    Map<String, UUID> create(@RequestBody byte[] body) throws IOException {
        var invoice = json.readTree(body);
        var id = UUID.randomUUID();
        transaction.executeWithoutResult(status -> insert(id, invoice, new String(body, StandardCharsets.UTF_8)));
        return Map.of("InvoiceId", id);
    }

    private void insert(UUID id, JsonNode invoice, String document) {
        var fingerprint = new byte[32];
        ThreadLocalRandom.current().nextBytes(fingerprint);
        jdbc.update(
                INSERT,
                id,
                UUID.fromString(Sandbox.MERCHANT),
                UUID.fromString(invoice.path("InvoiceIssuer").asText()),
                "MOBILEPAY",
                "DIRECT",
                invoice.path("ConsumerAlias").path("Alias").asText(),
                "DKK",
                new BigDecimal(invoice.path("TotalAmount").asText())
                        .movePointRight(2)
                        .longValueExact(),
                LocalDate.parse(invoice.path("DueDate").asText()),
                document,
                fingerprint,
                "CREATED",
                0,
                OffsetDateTime.now(ZoneOffset.UTC));
    }
}
