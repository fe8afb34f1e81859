package io.caravan.routes;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicInteger;
import org.apache.camel.builder.AdviceWith;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.support.PluginHelper;
import org.apache.camel.support.ResourceHelper;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

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

        public boolean purge() {
            return take();
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
        "remind, job-remind, remindPayers, 0",
        "remind, job-remind, remindPayers, 2",
        "expire, job-expire, expireInvoices, 0",
        "expire, job-expire, expireInvoices, 2",
        "release-notices, job-release-notices, releaseNotices, 0",
        "release-notices, job-release-notices, releaseNotices, 2"
    })
    void aTickTakesBatchesUntilOneIsNotFull(String file, String route, String bean, int full) throws Exception {
        try (var camel = new DefaultCamelContext()) {
            var batches = new Batches(full);
            camel.getRegistry().bind("purgeKeptAnswers", new Batches(0));
            camel.getRegistry().bind("purgeTestimonies", new Batches(0));
            camel.getRegistry().bind(bean, batches);
            PluginHelper.getRoutesLoader(camel)
                    .loadRoutes(
                            ResourceHelper.resolveMandatoryResource(camel, "file:routes/job/" + file + ".camel.yaml"));
            camel.getRouteDefinitions().stream()
                    .filter(definition -> !definition.getId().equals(route))
                    .forEach(definition -> definition.setAutoStartup("false"));
            AdviceWith.adviceWith(camel, route, advice -> advice.replaceFromWith("direct:tick"));
            camel.start();

            camel.createProducerTemplate().sendBody("direct:tick", null);

            assertThat(batches.taken).hasValue(full + 1);
        }
    }
}
