package io.caravan.store;

import java.util.stream.IntStream;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.jdbc.core.RowMapper;

/**
 * Rows whose key is of several columns: they are found first and changed one by one, because H2 compares a list of such
 * keys with every row of the table.
 */
final class CompositeKeys {

    private CompositeKeys() {}

    /**
     * Says the change to each key that the select finds, and answers how many rows have changed. Where a key may come
     * again, the change says once more which rows it is for: another instance may have removed the row, and somebody
     * may have stored one anew.
     *
     * @param arguments of the select
     */
    static int change(JdbcOperations jdbc, String select, RowMapper<Object[]> key, String change, Object... arguments) {
        return IntStream.of(jdbc.batchUpdate(change, jdbc.query(select, key, arguments)))
                .sum();
    }
}
