package io.caravan.store;

import java.util.Collection;
import java.util.UUID;
import java.util.function.Function;
import org.springframework.jdbc.support.SqlArrayValue;

/** Lists of values as one parameter: {@code where id = any(?)}. */
final class Arrays {

    private Arrays() {}

    static <T> SqlArrayValue uuids(Collection<T> things, Function<T, UUID> id) {
        return new SqlArrayValue("uuid", things.stream().map(id).distinct().toArray());
    }

    static SqlArrayValue integers(Collection<Integer> numbers) {
        return new SqlArrayValue("integer", numbers.stream().distinct().toArray());
    }

    static SqlArrayValue longs(Collection<Long> numbers) {
        return new SqlArrayValue("bigint", numbers.toArray());
    }

    static SqlArrayValue bytes(Collection<byte[]> values) {
        return new SqlArrayValue("bytea", (Object[]) values.toArray(byte[][]::new));
    }

    static <T> SqlArrayValue texts(Collection<T> things, Function<T, String> text) {
        return new SqlArrayValue("varchar", things.stream().map(text).distinct().toArray());
    }
}
