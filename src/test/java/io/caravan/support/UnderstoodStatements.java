package io.caravan.support;

import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxy;
import ch.qos.logback.core.AppenderBase;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Stream;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * No class of tests passes that has left in the log a value which a database did not take. The service carries on after
 * such a failure, which is how it hides from tests. It is told by the class that ends next, and is of that one or of one
 * beside it or before it.
 */
public final class UnderstoodStatements implements AfterAllCallback {

    /** Of data that do not fit, or break a constraint, by SQL's classes of states. */
    private static final List<String> NOT_TAKEN = List.of("22", "23");

    private static final Queue<String> FAULTS = new ConcurrentLinkedQueue<>();

    /** In the configuration of the log of all tests. */
    public static final class Listener extends AppenderBase<ILoggingEvent> {
        @Override
        protected void append(ILoggingEvent event) {
            if (event.getThrowableProxy() instanceof ThrowableProxy thrown) {
                fault(thrown.getThrowable())
                        .ifPresent(fault ->
                                FAULTS.add(event.getThreadName() + ": " + event.getFormattedMessage() + ": " + fault));
            }
        }
    }

    /** What the database did not take, if that is why this was thrown. */
    static Optional<Throwable> fault(Throwable thrown) {
        return Stream.iterate(thrown, cause -> cause != null, Throwable::getCause)
                .filter(UnderstoodStatements::isNotTaken)
                .findFirst();
    }

    private static boolean isNotTaken(Throwable thrown) {
        return thrown instanceof SQLException fault
                && fault.getSQLState() != null
                && NOT_TAKEN.stream().anyMatch(fault.getSQLState()::startsWith);
    }

    @Override
    public void afterAll(ExtensionContext context) {
        var faults = new ArrayList<String>();
        for (var fault = FAULTS.poll(); fault != null; fault = FAULTS.poll()) {
            faults.add(fault);
        }
        Assertions.assertThat(faults).as("values that a database did not take").isEmpty();
    }
}
