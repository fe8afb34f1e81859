package io.caravan;

import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.SQLExceptionOverride;
import java.sql.SQLException;
import java.util.Set;
import org.springframework.beans.factory.config.BeanPostProcessor;

/**
 * How connections to H2 end when it closes its file under them, as it does when it cannot write because the disk is full.
 * The pool would keep them, as they do not look broken; so they are thrown away once they say so, and the next one opens
 * the file again, as soon as there is room.
 */
final class H2Sessions implements BeanPostProcessor {

    /** The database has been closed; it is being closed. */
    static final Set<String> CLOSED = Set.of("90098", "90121");

    H2Sessions() {
        SyncedH2Files.register();
    }

    @Override
    public Object postProcessBeforeInitialization(Object bean, String name) {
        if (bean instanceof HikariDataSource pool && isH2(pool.getJdbcUrl())) {
            pool.setExceptionOverride(new SQLExceptionOverride() {
                @java.lang.Override
                public Override adjudicate(SQLException failure) {
                    return CLOSED.contains(failure.getSQLState()) ? Override.MUST_EVICT : Override.CONTINUE_EVICT;
                }
            });
        }
        return bean;
    }

    private static boolean isH2(String url) {
        return url != null && url.startsWith("jdbc:h2:");
    }
}
