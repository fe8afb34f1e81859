package io.caravan.support;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.filter.ThresholdFilter;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.IThrowableProxy;
import ch.qos.logback.core.Appender;
import ch.qos.logback.core.AppenderBase;
import ch.qos.logback.core.filter.Filter;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Stream;
import org.slf4j.LoggerFactory;

/** Whatever is logged while it is open, by all of this process, with our own loggers at debug. */
public final class LogRecorder implements AutoCloseable {

    private final Queue<String> lines = new ConcurrentLinkedQueue<>();
    private final Logger root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
    private final Logger own = (Logger) LoggerFactory.getLogger("io.caravan");
    private final Level before = own.getLevel();
    private final Map<Appender<ILoggingEvent>, List<Filter<ILoggingEvent>>> others = new HashMap<>();
    private final AppenderBase<ILoggingEvent> appender = new AppenderBase<>() {
        @Override
        protected void append(ILoggingEvent event) {
            lines.add(event.getLoggerName() + " " + event.getFormattedMessage() + " " + event.getMDCPropertyMap() + " "
                    + text(event.getThrowableProxy()));
        }
    };

    public LogRecorder() {
        appender.setContext(root.getLoggerContext());
        appender.start();
        root.iteratorForAppenders().forEachRemaining(other -> others.put(other, other.getCopyOfAttachedFiltersList()));
        others.keySet().forEach(other -> other.addFilter(informationOnly()));
        root.addAppender(appender);
        own.setLevel(Level.DEBUG);
    }

    public List<String> lines() {
        return List.copyOf(lines);
    }

    /** The lines in which this stands. */
    public Stream<String> with(String text) {
        return lines.stream().filter(line -> line.contains(text));
    }

    /** The other appenders write what they usually do. */
    private static ThresholdFilter informationOnly() {
        var filter = new ThresholdFilter();
        filter.setLevel("INFO");
        filter.start();
        return filter;
    }

    private static String text(IThrowableProxy thrown) {
        if (thrown == null) {
            return "";
        }
        var suppressed =
                Stream.of(thrown.getSuppressed()).map(LogRecorder::text).toList();
        return thrown.getClassName() + ": " + thrown.getMessage() + " " + suppressed + " " + text(thrown.getCause());
    }

    @Override
    public void close() {
        own.setLevel(before);
        root.detachAppender(appender);
        others.forEach((other, filters) -> {
            other.clearAllFilters();
            filters.forEach(other::addFilter);
        });
        appender.stop();
    }
}
