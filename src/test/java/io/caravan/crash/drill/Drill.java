package io.caravan.crash.drill;

import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * Merchants and payers act, processes are killed or upgraded, and in the end everything that was promised is compared with what
 * merchants, payers and providers have.
 */
public final class Drill {

    /** Past the day for which invoices are scheduled, and the time in which sales are approved. */
    private static final String LATER = "{\"advance\": \"PT26H\"}";

    private static final Duration LOOK = Duration.ofSeconds(10);

    private final Options options;
    private final Progress progress;
    private final Journal journal;

    public Drill(Options options, PrintStream out) {
        this.options = options;
        this.progress = new Progress(out);
        this.journal = new Journal(progress);
    }

    /** Runs it; exits with 1 if a promise was broken, and with 2 if it could not be seen to its end. */
    public static void main(String[] args) {
        int status = 2;
        try {
            status = new Drill(Options.read(args), System.out).run().isEmpty() ? 0 : 1;
        } catch (InterruptedException | RuntimeException e) {
            e.printStackTrace();
        } finally {
            System.exit(status);
        }
    }

    /** The promises that were broken. */
    public List<String> run() throws InterruptedException {
        progress.say("again by: " + options.command());
        clear(options.folder());
        var since = LocalDate.now(ZoneOffset.UTC);
        try (var receiver = new Receiver(options.seed());
                var site = new Site(options)) {
            site.start();
            progress.say("ready, logs in " + site.folder());
            var parties = new Parties(site);
            parties.register(receiver);
            disturb(site, parties, receiver);
            receiver.recover();
            parties.clock(LATER);
            progress.say("the clock was moved, so that schedules and ends are due");
            new Settling(site, journal, progress).await();
            new Expectations(journal, progress).check();
            site.look(tables -> {
                new Counts(tables, journal).check();
                new Histories(tables, journal).check();
                new Deliveries(tables, receiver.arrivals(), journal).check();
                new Money(tables, site, since, journal).check();
                return true;
            });
            if (options.before().isPresent()) {
                new Complaints(site, journal).check();
            }
        }
        report();
        return journal.broken();
    }

    private void disturb(Site site, Parties parties, Receiver receiver) throws InterruptedException {
        var caller = new Caller(journal);
        var stories = new ArrayList<Story>(List.of(
                new InvoiceStory(parties, caller, journal),
                new PreTransactionStory(parties, caller, journal),
                new TransferStory(parties, caller, journal, receiver)));
        parties.shops.forEach(shop -> stories.add(new SaleStory(parties, shop, caller, journal)));
        var load = new Load(options, journal, stories);
        var disturbance = options.before()
                .<Disturbance>map(version -> new Upgrader(site, version, options.load(), journal, progress))
                .orElseGet(() -> new Killer(site, options.seed()));
        var thread = new Thread(disturbance, "disturbance");
        var end = System.nanoTime() + options.load().toNanos();
        var pace = Executors.newSingleThreadScheduledExecutor();
        pace.scheduleAtFixedRate(
                () -> tell(Duration.ofNanos(end - System.nanoTime()), receiver, disturbance),
                LOOK.toSeconds(),
                LOOK.toSeconds(),
                TimeUnit.SECONDS);
        pace.schedule(disturbance::end, options.load().toMillis(), TimeUnit.MILLISECONDS);
        load.begin();
        thread.start();
        thread.join();
        pace.shutdownNow();
        disturbance.rethrow();
        load.stop();
        progress.say("the load is over, all is started again");
        site.recover();
        load.awaitEnd();
        disturbance.done().forEach(journal::count);
    }

    private void tell(Duration left, Receiver receiver, Disturbance disturbance) {
        var figures = journal.figures();
        progress.say("left " + left.toSeconds() + " s, stories " + figures.getOrDefault("stories", 0L)
                + ", answers lost " + figures.getOrDefault("answers lost", 0L) + ", callbacks " + receiver.size()
                + ", " + disturbance.done() + ", broken " + journal.broken().size());
    }

    private void report() {
        for (Map.Entry<String, Long> figure : journal.figures().entrySet()) {
            progress.say(figure.getKey() + ": " + figure.getValue());
        }
        var broken = journal.broken();
        progress.say(
                broken.isEmpty()
                        ? "every promise was kept, seed " + options.seed()
                        : broken.size() + " promises broken; logs in " + options.folder() + "; again by: "
                                + options.command());
    }

    private static void clear(Path folder) {
        try (Stream<Path> all = Files.exists(folder) ? Files.walk(folder) : Stream.empty()) {
            for (var file : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
            Files.createDirectories(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
