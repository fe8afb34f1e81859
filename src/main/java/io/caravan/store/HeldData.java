package io.caravan.store;

import io.caravan.core.payer.PayerId;
import io.caravan.core.payer.Phone;
import io.caravan.core.privacy.HeldRows;
import io.caravan.core.privacy.Holding;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Finds all that is held of a payer, along indexes. */
final class HeldData {

    private static final String JSON = "_json";

    private final JdbcClient jdbc;

    HeldData(JdbcOperations jdbc) {
        this.jdbc = JdbcClient.create(jdbc);
    }

    List<Holding> count(Phone phone, Optional<PayerId> payer) {
        return Arrays.stream(HeldKind.values())
                .map(kind -> new Holding(
                        kind.text(),
                        count("select count(*)" + kind.from(), phone, payer),
                        kind.open()
                                .map(open -> count("select count(*)" + kind.from() + " and " + open, phone, payer))
                                .orElse(0L)))
                .toList();
    }

    List<HeldRows> read(Phone phone, Optional<PayerId> payer, int limit) {
        return Arrays.stream(HeldKind.values())
                .map(kind -> {
                    var rows = bound("select " + kind.columns() + kind.from() + " limit " + (limit + 1), phone, payer)
                            .query((row, n) -> values(row))
                            .list();
                    var complete = rows.size() <= limit;
                    return new HeldRows(kind.text(), complete ? rows : rows.subList(0, limit), complete);
                })
                .toList();
    }

    private long count(String select, Phone phone, Optional<PayerId> payer) {
        return bound(select, phone, payer).query(Long.class).single();
    }

    /** A phone without a wallet is nobody's. */
    private JdbcClient.StatementSpec bound(String select, Phone phone, Optional<PayerId> payer) {
        return jdbc.sql(select)
                .param("phone", phone.number())
                .param("payer", payer.map(PayerId::value).orElse(new UUID(0, 0)));
    }

    private static Map<String, Object> values(ResultSet row) throws SQLException {
        var values = new LinkedHashMap<String, Object>();
        var columns = row.getMetaData();
        for (int i = 1; i <= columns.getColumnCount(); i++) {
            var name = columns.getColumnLabel(i).toLowerCase(java.util.Locale.ROOT);
            var text = row.getString(i);
            if (text == null) {
                continue;
            }
            if (name.endsWith(JSON)) {
                values.put(name.substring(0, name.length() - JSON.length()), Json.read(text, Object.class));
            } else {
                values.put(name, row.getObject(i) instanceof Number number ? number : text);
            }
        }
        return values;
    }
}
