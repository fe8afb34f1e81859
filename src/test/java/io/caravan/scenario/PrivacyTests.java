package io.caravan.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.caravan.support.CallbackReceiver;
import io.caravan.support.ConsoleClient;
import io.caravan.support.MerchantClient;
import io.caravan.support.Sandbox;
import io.caravan.support.WalletClient;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;

/** A payer who asks what is known of her, and to be forgotten. */
class PrivacyTests {

    private final Sandbox sandbox = Sandbox.running();
    private final MerchantClient merchant = new MerchantClient(sandbox::uri);
    private final ConsoleClient console = new ConsoleClient(sandbox::managementUri).signedIn();
    private final JdbcTemplate database = new JdbcTemplate(sandbox.context().getBean(DataSource.class));
    private CallbackReceiver receiver;
    private final String phone = "+457164" + ThreadLocalRandom.current().nextInt(1000, 9999);

    @BeforeEach
    void listen() {
        receiver = new CallbackReceiver();
        merchant.callbacksTo(receiver.uri());
    }

    @AfterEach
    void stopListening() {
        receiver.close();
    }

    @Test
    void whatIsHeldIsShownHandedOutAndErasedAndTheMerchantStillReadsItsInvoice() {
        var invoice = merchant.invoice(phone, "privacy-" + UUID.randomUUID());
        assertThat(WalletClient.payAt(sandbox::uri, phone, invoice).status()).isEqualTo(200);
        await().until(() -> receiver.statusesOf(invoice).contains("Paid"));

        var shown = console.post("privacy", "privacy-look", "phone", phone.replace("+45", "+45 "));
        var file = console.post("privacy", "privacy-export", "phone", phone);
        var asked = console.post("privacy", "privacy-erase", "phone", phone);

        assertThat(shown.body()).contains("invoices", "payments").doesNotContain("Flying V");
        assertThat(file.headers().firstValue("Content-Disposition").orElse("")).contains("attachment");
        assertThat(file.json().at("/complete").asBoolean()).isTrue();
        assertThat(file.json().at("/invoices/0/id").asText()).isEqualTo(invoice);
        assertThat(file.body()).contains("Flying V", phone);
        assertThat(asked.headers().firstValue("Location").orElse("")).isEqualTo("privacy?asked=1");
        await().until(() -> held("invoice") + held("payment") + held("notice") == 0);
        var read = merchant.get("/invoices/" + invoice);
        assertThat(read.status()).as(read.body()).isEqualTo(200);
        assertThat(read.body()).contains(invoice, "360").doesNotContain(phone, "Flying V");
        assertThat(merchant.status(invoice)).isEqualTo("paid");
        assertThat(console.get("timeline?id=" + invoice).body()).doesNotContain(phone);
        assertThat(console.get("privacy").body()).doesNotContain(phone);
        assertThat(audit()).contains("EXPORT_PAYER", "ERASE_PAYER");
    }

    @Test
    void anInvoiceThatIsOpenStaysAndCanBePaid() {
        var invoice = merchant.invoice(phone, "privacy-" + UUID.randomUUID());
        console.post("privacy", "privacy-erase", "phone", phone);
        await().until(() ->
                database.queryForObject("select kept from erasure where phone = ?", Integer.class, phone) == 1);

        assertThat(WalletClient.payAt(sandbox::uri, phone, invoice).status()).isEqualTo(200);

        assertThat(merchant.status(invoice)).isEqualTo("paid");
    }

    @Test
    void whatIsNoPhoneIsRefusedAndNotRepeated() {
        var refused = console.post("privacy", "privacy-look", "phone", "<b>4571</b>");

        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.body()).contains("no phone number").doesNotContain("4571");
        assertThat(console.post("privacy", "privacy-look", "phone", "+4571649999")
                        .body())
                .contains("Nothing is held");
    }

    private int held(String table) {
        var column = table.equals("notice") ? "recipient" : "phone";
        var rows = "select count(*) from " + table + " where " + column + " = ?";
        return database.queryForObject(rows, Integer.class, phone);
    }

    private List<String> audit() {
        var masked = "payer " + "*".repeat(phone.length() - 2) + phone.substring(phone.length() - 2);
        assertThat(database.queryForList("select subject || note from operator_act", String.class))
                .noneMatch(text -> text.contains(phone.substring(3)));
        return database.queryForList("select kind from operator_act where subject = ?", String.class, masked);
    }
}
