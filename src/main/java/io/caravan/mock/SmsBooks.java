package io.caravan.mock;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The SMS that the gateways have taken. */
final class SmsBooks {

    private final JdbcClient jdbc;

    SmsBooks(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** An SMS; {@code times}: how often it was sent under its reference. */
    record Item(
            String id,
            String gateway,
            String reference,
            String from,
            String to,
            String text,
            int parts,
            int times,
            String status,
            Instant at) {

        /** As programs see it. */
        Map<String, Object> shown() {
            var shown = new LinkedHashMap<String, Object>();
            shown.put("id", id);
            shown.put("gateway", gateway);
            shown.put("reference", reference);
            shown.put("from", from);
            shown.put("to", to);
            shown.put("text", text);
            shown.put("parts", parts);
            shown.put("times", times);
            shown.put("at", at.toString());
            shown.put("status", status);
            return shown;
        }
    }

    /** Takes an SMS, once for each gateway and reference; the item as it is then. */
    Item take(String gateway, String reference, String from, String to, String text, Instant now) {
        jdbc.sql(
                        """
                        insert into sms (id, gateway, reference, sender, recipient, text, parts, times, status, at)
                        values (?, ?, ?, ?, ?, ?, ?, 0, 'accepted', ?)
                        on conflict do nothing
                        """)
                .params(
                        gateway + "-" + UUID.randomUUID(),
                        gateway,
                        reference,
                        from,
                        to,
                        text,
                        SmsLength.parts(text),
                        PspBooks.timestamp(now))
                .update();
        jdbc.sql("update sms set times = times + 1 where gateway = ? and reference = ?")
                .params(gateway, reference)
                .update();
        return jdbc.sql("select * from sms where gateway = ? and reference = ?")
                .params(gateway, reference)
                .query(SmsBooks::item)
                .single();
    }

    void note(String id, String status) {
        jdbc.sql("update sms set status = ? where id = ?").params(status, id).update();
    }

    /** To this number, newest first. */
    List<Item> to(String phone) {
        return jdbc.sql("select * from sms where recipient = ? order by at desc, id limit 200")
                .param(phone)
                .query(SmsBooks::item)
                .list();
    }

    /** The newest to anybody. */
    List<Item> newest() {
        return jdbc.sql("select * from sms order by at desc, id limit 200")
                .query(SmsBooks::item)
                .list();
    }

    private static Item item(ResultSet row, int n) throws SQLException {
        return new Item(
                row.getString("id"),
                row.getString("gateway"),
                row.getString("reference"),
                row.getString("sender"),
                row.getString("recipient"),
                row.getString("text"),
                row.getInt("parts"),
                row.getInt("times"),
                row.getString("status"),
                row.getObject("at", OffsetDateTime.class).toInstant());
    }
}
