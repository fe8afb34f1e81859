package io.caravan.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.caravan.support.Sandbox;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The official client of the ePayment API, which is a Node program, against the service. */
class EPaymentClientTests {

    private static final Path SOURCES = Path.of("src/test/sdk");
    private static final Path FOLDER = Path.of("target/sdk");

    @BeforeAll
    static void findNode() {
        boolean found = isThere("node") && isThere("npm");
        if (!found && "true".equals(System.getenv("CARAVAN_NODE_REQUIRED"))) {
            throw new IllegalStateException("No node and npm on the path, and CARAVAN_NODE_REQUIRED");
        }
        if (!found) {
            System.err.println("THE OFFICIAL CLIENT OF THE EPAYMENT API IS NOT TRIED: no node and npm on the path");
        }
        assumeThat(found).isTrue();
    }

    @Test
    void theOfficialClientRequestsPaymentsAndHearsOfAllThatBecomesOfThem() throws Exception {
        Files.createDirectories(FOLDER);
        for (var name : List.of("package.json", "package-lock.json", "outside.mjs", "flows.mjs")) {
            Files.copy(SOURCES.resolve(name), FOLDER.resolve(name), StandardCopyOption.REPLACE_EXISTING);
        }
        run("npm", "ci", "--ignore-scripts", "--no-audit", "--no-fund");

        var told = run("node", "flows.mjs", Sandbox.running().uri("").toString());

        assertThat(told)
                .contains(
                        "payARequest: done",
                        "payAnInvoiceTwice: done",
                        "changeOnesMind: done",
                        "approveInThePayersPlace: done",
                        "sendOrderDetails: done");
    }

    private static String run(String... command) throws IOException, InterruptedException {
        var output = FOLDER.resolve(command[0] + ".log");
        var process = new ProcessBuilder(command)
                .directory(FOLDER.toFile())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        boolean ended = process.waitFor(3, TimeUnit.MINUTES);
        process.destroyForcibly();
        assertThat(ended && process.exitValue() == 0)
                .as(String.join(" ", command) + " says:\n" + Files.readString(output))
                .isTrue();
        return Files.readString(output);
    }

    private static boolean isThere(String program) {
        try {
            return new ProcessBuilder(program, "--version")
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .redirectError(ProcessBuilder.Redirect.DISCARD)
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
