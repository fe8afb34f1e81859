package io.caravan.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import io.caravan.door.Callers;
import io.caravan.store.Database;
import io.caravan.support.ConsoleClient;
import io.caravan.support.Http;
import io.caravan.support.MachineTime;
import io.caravan.support.MerchantClient;
import io.caravan.support.OwnProcesses;
import io.caravan.support.Ports;
import io.caravan.support.ServiceProcess;
import io.caravan.support.TestDatabases;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Requests with something wrong in them, at every endpoint and with a good credential: each is answered soon, in the
 * words of its API, and never by an error of the service. It has its data on PostgreSQL, which takes less than H2.
 * {@code caravan.fuzz.requests} and {@code caravan.fuzz.seed} say how many and which; those that were answered badly are
 * written to target/fuzz, and kept as files once they are understood.
 */
@OwnProcesses
class FuzzTests {

    private static final Duration SOON = Duration.ofMinutes(2);
    private static final int MANY = Integer.getInteger("caravan.fuzz.requests", 1000);
    private static final long SEED = Long.getLong("caravan.fuzz.seed", 9);

    @TempDir
    static Path folder;

    private static ServiceProcess service;
    private static Callers callers;

    @BeforeAll
    static void start() {
        var mockPort = String.valueOf(Ports.free());
        service = new ServiceProcess(
                        folder,
                        Map.of(
                                "caravan.sandbox.demo",
                                "false",
                                "caravan.mock.port",
                                mockPort,
                                "caravan.mock.url",
                                "http://127.0.0.1:" + mockPort,
                                "spring.datasource.url",
                                TestDatabases.freshUrl(Database.POSTGRESQL),
                                "spring.datasource.username",
                                "postgres"))
                .start();
        callers = new Callers(service::uri);
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    @Test
    void whateverComesIsAnsweredInTheWordsOfItsApi() throws IOException {
        var requests = new FuzzRequests(new Random(SEED), MerchantClient.MERCHANT);
        var bad = new ArrayList<String>();

        for (int i = 0; i < MANY; i++) {
            var request = requests.next();
            var complaint = answer(request);
            if (!complaint.isEmpty()) {
                bad.add(complaint + "\n" + request.text());
                keep(i, request);
            }
        }

        assertThat(bad).isEmpty();
    }

    @Test
    void whateverIsTypedIntoTheConsoleIsAnsweredByAPage() {
        var forms = new FuzzForms(new Random(SEED));
        var operator = new ConsoleClient(service::managementUri).signedIn();
        var token = operator.token("setup");
        var bad = new ArrayList<String>();

        for (int i = 0; i < MANY / 10; i++) {
            var form = forms.next();
            var fields = new ArrayList<>(form.fields());
            fields.addAll(List.of("_csrf", token));
            var acted = operator.send(form.action(), fields.toArray(String[]::new));
            var page = forms.page();
            var looked = operator.get(page);
            if (isBad(acted)) {
                bad.add(form + " was answered " + acted.status() + ": " + acted.body());
            }
            if (isBad(looked)) {
                bad.add(page + " was answered " + looked.status() + ": " + looked.body());
            }
        }

        assertThat(bad).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("io.caravan.fuzz.FuzzRequest#regressions")
    void whatWasAnsweredBadlyOnceIsAnsweredWell(FuzzRequest request) {
        assertThat(answer(request)).isEmpty();
    }

    /** What is wrong with the answer; empty if nothing is. */
    private static String answer(FuzzRequest request) {
        var time = new MachineTime();
        Http.Reply reply;
        try {
            var call = callers.saying(request.method(), request.pattern(), request.body(), request.headers());
            reply = callers.send(request.method(), request.path(), call);
        } catch (IllegalArgumentException e) {
            return ""; // a client of Java sends no such thing
        }
        var took = time.passed();
        return isBad(reply) || took.compareTo(SOON) > 0
                ? "answered " + reply.status() + " after " + took + ": " + reply.body()
                : "";
    }

    /** Whether the service broke, or tells of its inside. */
    private static boolean isBad(Http.Reply reply) {
        var inside = List.of("Exception", "\tat ", "org.springframework", "io.caravan.").stream()
                .anyMatch(reply.body()::contains);
        return inside || reply.status() >= 500 && reply.status() != 503;
    }

    private static void keep(int number, FuzzRequest request) throws IOException {
        var file = Path.of("target", "fuzz", SEED + "-" + number + ".txt");
        Files.createDirectories(file.getParent());
        Files.writeString(file, request.text());
    }
}
