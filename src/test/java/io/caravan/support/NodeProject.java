package io.caravan.support;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A program of Node in a folder of src/test, with the versions of its lock file. It is installed and run in target. */
public final class NodeProject {

    private final Path folder;

    /** Skips the test on a machine without Node, unless CARAVAN_NODE_REQUIRED is true: then it fails. */
    public NodeProject(String name) throws IOException, InterruptedException {
        boolean found = isThere("node") && isThere("npm");
        if (!found && "true".equals(System.getenv("CARAVAN_NODE_REQUIRED"))) {
            throw new IllegalStateException("No node and npm on the path, and CARAVAN_NODE_REQUIRED");
        }
        if (!found) {
            System.err.println("SKIPPED, BECAUSE NO node AND npm ARE ON THE PATH: " + name);
        }
        assumeThat(found).isTrue();
        folder = Files.createDirectories(Path.of("target", name));
        for (var file : sources(Path.of("src/test", name))) {
            Files.copy(file, folder.resolve(file.getFileName()), StandardCopyOption.REPLACE_EXISTING);
        }
        run("npm", "ci", "--ignore-scripts", "--no-audit", "--no-fund");
    }

    private static List<Path> sources(Path folder) throws IOException {
        try (var files = Files.list(folder)) {
            return files.toList();
        }
    }

    /** What the program says; it is an error if it fails. */
    public String run(String... command) throws InterruptedException {
        var ended = end(command);
        assertThat(ended.succeeded())
                .as(String.join(" ", command) + " says:\n" + ended.output())
                .isTrue();
        return ended.output();
    }

    /** How the program ends, and what it says until then. */
    public Ended end(String... command) throws InterruptedException {
        try {
            var output = folder.resolve(Path.of(command[0]).getFileName() + ".log");
            var process = new ProcessBuilder(command)
                    .directory(folder.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(output.toFile())
                    .start();
            boolean ended = process.waitFor(Patience.SOON.toMinutes(), TimeUnit.MINUTES);
            process.destroyForcibly();
            return new Ended(ended && process.exitValue() == 0, Files.readString(output));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public record Ended(boolean succeeded, String output) {}

    private static boolean isThere(String program) throws InterruptedException {
        try {
            return new ProcessBuilder(program, "--version")
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .redirectError(ProcessBuilder.Redirect.DISCARD)
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException e) {
            return false;
        }
    }
}
