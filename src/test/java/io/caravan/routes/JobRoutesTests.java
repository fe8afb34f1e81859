package io.caravan.routes;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.camel.builder.AdviceWith;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.support.PluginHelper;
import org.apache.camel.support.ResourceHelper;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The routes of jobs that take batches until none is left. */
class JobRoutesTests {

    /** A job that has so many full batches. */
    public static final class Batches {

        private final AtomicInteger taken = new AtomicInteger();
        private final int full;

        Batches(int full) {
            this.full = full;
        }

        public boolean take() {
            return taken.incrementAndGet() <= full;
        }

        public boolean revive() {
            return take();
        }

        public boolean expire() {
            return take();
        }

        public boolean remind() {
            return take();
        }

        public boolean release() {
            return take();
        }

        public boolean workOff() {
            return take();
        }

        public boolean forget() {
            return take();
        }

        public boolean erase() {
            return take();
        }

        public boolean purge() {
            return take();
        }
    }

    /** Callbacks that have waited too long, in so many batches. */
    public static final class OverdueBatches {

        private final AtomicInteger left;
        private final AtomicInteger counted = new AtomicInteger();

        OverdueBatches(int full) {
            left = new AtomicInteger(full);
        }

        public Optional<String> giveUp() {
            return Optional.of("a batch").filter(batch -> left.decrementAndGet() >= 0);
        }

        public boolean countOverdue(Optional<String> batch) {
            counted.addAndGet(batch.isPresent() ? 1 : 0);
            return batch.isPresent();
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 2})
    void callbacksAreGivenUpAndCountedUntilNoneIsOverdue(int full) throws Exception {
        try (var camel = new DefaultCamelContext()) {
            var batches = new OverdueBatches(full);
            camel.getRegistry().bind("giveUpOverdue", batches);
            camel.getRegistry().bind("callbackMetrics", batches);
            PluginHelper.getRoutesLoader(camel)
                    .loadRoutes(ResourceHelper.resolveMandatoryResource(
                            camel, "file:routes/job/give-up-callbacks.camel.yaml"));
            AdviceWith.adviceWith(camel, "job-give-up-callbacks-tick", advice -> advice.replaceFromWith("direct:tick"));
            camel.start();

            camel.createProducerTemplate().sendBody("direct:tick", null);

            assertThat(batches.counted).hasValue(full);
            assertThat(batches.left).hasValue(-1);
        }
    }

    @ParameterizedTest(name = "{0} with {3} full batches")
    @CsvSource({
        "revive-notices, job-revive-notices, reviveNotices, 0",
        "revive-notices, job-revive-notices, reviveNotices, 2",
        "purge, job-purge, purgeKeptAnswers, 0",
        "purge, job-purge, purgeKeptAnswers, 2",
        "purge, job-purge, purgeTestimonies, 0",
        "purge, job-purge, purgeTestimonies, 2",
        "purge, job-purge, purgeNonces, 0",
        "purge, job-purge, purgeNonces, 2",
        "purge, job-purge, purgePrompts, 0",
        "purge, job-purge, purgePrompts, 2",
        "forget, job-forget, purgeOldRows, 0",
        "forget, job-forget, purgeOldRows, 2",
        "forget, job-forget, forgetPayers, 2",
        "forget, job-erase, dueErasures, 2",
        "purge-sms, job-purge-sms, purgeInboundSms, 0",
        "purge-sms, job-purge-sms, purgeInboundSms, 2",
        "purge-callbacks, job-purge-callbacks, purgeAnswers, 2",
        "purge-callbacks, job-purge-callbacks, purgeCallbacks, 0",
        "purge-callbacks, job-purge-callbacks, purgeCallbacks, 2",
        "purge-callbacks, job-purge-callbacks, purgeRegistrations, 0",
        "purge-callbacks, job-purge-callbacks, purgeRegistrations, 2",
        "replay-callbacks, job-replay-callbacks, workOffReplays, 0",
        "replay-callbacks, job-replay-callbacks, workOffReplays, 2",
        "remind, job-remind, remindPayers, 0",
        "remind, job-remind, remindPayers, 2",
        "expire, job-expire, dueExpiries, 0",
        "expire, job-expire, dueExpiries, 2",
        "expire-payments, job-expire-payments, duePaymentExpiries, 0",
        "expire-payments, job-expire-payments, duePaymentExpiries, 2",
        "release-notices, job-release-notices, releaseNotices, 0",
        "release-notices, job-release-notices, releaseNotices, 2"
    })
    void aTickTakesBatchesUntilOneIsNotFull(String file, String route, String bean, int full) throws Exception {
        try (var camel = new DefaultCamelContext()) {
            var batches = new Batches(full);
            camel.getRegistry().bind("purgeKeptAnswers", new Batches(0));
            camel.getRegistry().bind("purgeOldRows", new Batches(0));
            camel.getRegistry().bind("forgetPayers", new Batches(0));
            camel.getRegistry().bind("dueErasures", new Batches(0));
            camel.getRegistry().bind("purgeTestimonies", new Batches(0));
            camel.getRegistry().bind("purgePrompts", new Batches(0));
            camel.getRegistry().bind("purgeNonces", new Batches(0));
            camel.getRegistry().bind("purgeAnswers", new Batches(0));
            camel.getRegistry().bind("purgeCallbacks", new Batches(0));
            camel.getRegistry().bind("purgeRegistrations", new Batches(0));
            camel.getRegistry().bind(bean, batches);
            PluginHelper.getRoutesLoader(camel)
                    .loadRoutes(
                            ResourceHelper.resolveMandatoryResource(camel, "file:routes/job/" + file + ".camel.yaml"));
            camel.getRouteDefinitions().stream()
                    .filter(tick -> tick.getId().endsWith("-tick"))
                    .forEach(tick -> tick.setAutoStartup("false"));
            AdviceWith.adviceWith(camel, route, advice -> advice.replaceFromWith("direct:tick"));
            camel.start();

            camel.createProducerTemplate().sendBody("direct:tick", null);

            assertThat(batches.taken).hasValue(full + 1);
        }
    }
}
