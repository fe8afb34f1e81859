package io.caravan.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * How often one create goes to the database and back, read from the server's own log. A create's transaction is known by
 * its insert; what else was sent meanwhile (by the relay, the channels, the jobs) is listed, so that nobody can move a
 * statement out of sight.
 */
final class Statements {

    private static final int CREATES = 50;
    private static final int OF_OTHERS = 10;
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final int LISTED = 25;

    /** Time, virtual transaction id, and one statement of a connection to the service's database. */
    private static final Pattern LINE =
            Pattern.compile("[^|]*\\|([^|]*)\\|LOG: +(?:execute [^:]*|statement): +(.*)", Pattern.DOTALL);

    private static final Pattern NEW_LINE =
            Pattern.compile("\\n(?=\\d{4}-\\d\\d-\\d\\d \\d\\d:\\d\\d:\\d\\d[^|\\n]*\\|)");
    private static final Pattern BOUNDARY =
            Pattern.compile("(?i)(begin|commit|rollback|start transaction)\\b.*", Pattern.DOTALL);

    private final String path;
    private final Settings settings;
    private final Report report;

    Statements(String path, Settings settings, Report report) {
        this.path = path;
        this.settings = settings;
        this.report = report;
    }

    void run(Path directory, Postgres postgres) throws Exception {
        try (var receiver = new Receiver();
                var service = Service.start(settings, directory, postgres, receiver.asTheWorld())) {
            service.sendCallbacksTo(receiver.address());
            var events = new ServiceEvents(postgres, service);
            events.create(CREATES);
            service.jvm().awaitQuiet(PATIENCE);
            postgres.logStatements(true);
            events.create(CREATES);
            service.jvm().awaitQuiet(PATIENCE);
            postgres.logStatements(false);
            count(postgres.log());
            for (var dialect : Dialects.others(service)) {
                dialect.create(OF_OTHERS);
                service.jvm().awaitQuiet(PATIENCE);
                postgres.logStatements(true);
                dialect.create(OF_OTHERS);
                service.jvm().awaitQuiet(PATIENCE);
                postgres.logStatements(false);
                count(postgres.log(), dialect);
            }
        }
    }

    private void count(Path log, Dialects dialect) throws IOException {
        var creates = transactions(log).values().stream()
                .filter(statements ->
                        statements.stream().anyMatch(sql -> sql.startsWith("insert into " + dialect.table() + " ")))
                .toList();
        if (creates.isEmpty()) {
            throw new IllegalStateException("The log shows no create of " + dialect.name() + ": " + log);
        }
        var counts = creates.stream()
                .map(statements -> (double) workOf(statements).size())
                .toList();
        report.add(Finding.of(
                path, dialect.name() + ": statements in a create's transaction", "count", Pairs.median(counts)));
        report.remark("A create's transaction, " + dialect.name() + ": "
                + String.join("; ", workOf(creates.get(creates.size() / 2))));
    }

    private void count(Path log) throws IOException {
        var transactions = transactions(log);
        Predicate<List<String>> create =
                statements -> statements.stream().anyMatch(sql -> sql.startsWith("insert into invoice "));
        var creates = transactions.values().stream().filter(create).toList();
        if (creates.isEmpty()) {
            throw new IllegalStateException("The log shows no create: " + log);
        }
        var counts = creates.stream()
                .map(statements -> (double) workOf(statements).size())
                .toList();
        report.add(Finding.of(path, "statements in a create's transaction", "count", Pairs.median(counts))
                .atMost(6));
        report.remark("A create's transaction (besides begin and commit): "
                + String.join("; ", workOf(creates.get(creates.size() / 2))));
        remarkOthers(transactions.values().stream().filter(create.negate()).toList());
    }

    /** By their ids, in the order in which they began. */
    private static Map<String, List<String>> transactions(Path log) throws IOException {
        var transactions = new LinkedHashMap<String, List<String>>();
        for (var line : NEW_LINE.split(Files.readString(log))) {
            var statement = LINE.matcher(line);
            if (statement.matches()) {
                transactions
                        .computeIfAbsent(statement.group(1), id -> new ArrayList<>())
                        .add(shortened(statement.group(2)));
            }
        }
        return transactions;
    }

    private void remarkOthers(List<List<String>> transactions) {
        var counts = new HashMap<String, Integer>();
        transactions.forEach(statements -> workOf(statements).forEach(sql -> counts.merge(sql, 1, Integer::sum)));
        var others = new TreeMap<String, Double>();
        counts.entrySet().stream()
                .sorted(Map.Entry.<String, Integer>comparingByValue().reversed())
                .limit(LISTED)
                .forEach(entry -> others.put(entry.getKey(), entry.getValue() / (double) CREATES));
        others.forEach((sql, each) ->
                report.remark(String.format(Locale.ROOT, "Beside it, %.2f times a create: %s", each, sql)));
    }

    private static List<String> workOf(List<String> statements) {
        return statements.stream()
                .filter(sql -> !BOUNDARY.matcher(sql).matches())
                .toList();
    }

    /** A statement's beginning in lower case on one line, which is enough to know it by. */
    private static String shortened(String sql) {
        var line = sql.replaceAll("\\s+", " ").trim().toLowerCase(Locale.ROOT).replaceAll(" values? \\(.*", "");
        return line.isEmpty() ? "(a check of the connection)" : line.substring(0, Math.min(90, line.length()));
    }
}
