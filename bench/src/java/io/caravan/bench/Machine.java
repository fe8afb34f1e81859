package io.caravan.bench;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** What a run ran on: without it, its figures say nothing. */
final class Machine {

    private static final int SYNCS = 200;

    private Machine() {}

    static Map<String, String> describe(Settings settings) throws Exception {
        var system = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        var facts = new LinkedHashMap<String, String>();
        facts.put("cores", Integer.toString(Runtime.getRuntime().availableProcessors()));
        facts.put("memory", system.getTotalMemorySize() / (1 << 20) + " MiB");
        facts.put("load before", "%.2f".formatted(system.getSystemLoadAverage()));
        facts.put("system", System.getProperty("os.name") + " " + System.getProperty("os.version"));
        facts.put(
                "disk",
                Files.getFileStore(settings.work()).type()
                        + ", one sync %.0f us".formatted(syncMicros(settings.work())));
        facts.put("JVM", System.getProperty("java.vm.name") + " " + System.getProperty("java.vm.version"));
        facts.put("heap of each process", settings.heap());
        facts.put("Spring Boot", org.springframework.boot.SpringBootVersion.getVersion());
        facts.put("Camel", System.getProperty("bench.camel", "unknown"));
        facts.put("commit", commit(settings.project()));
        facts.put("service runs from", settings.jar().map(jar -> "fat jar").orElse("class files"));
        facts.put("service arguments", String.join(" ", settings.serviceArguments()));
        facts.put(
                "rounds",
                settings.rounds() + " pairs of " + settings.round().toSeconds() + " s after "
                        + settings.warmUp().toSeconds() + " s of warm-up each");
        return facts;
    }

    /** The median time to append 8 KiB and have them on disk, which is what a commit waits for. */
    private static double syncMicros(Path directory) throws IOException {
        var file = Files.createTempFile(directory, "sync", ".tmp");
        var nanos = new ArrayList<Double>();
        try (var channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            for (var i = 0; i < SYNCS; i++) {
                var start = System.nanoTime();
                channel.write(ByteBuffer.allocate(8192));
                channel.force(false);
                nanos.add((double) (System.nanoTime() - start));
            }
        } finally {
            Files.delete(file);
        }
        return Pairs.median(nanos) / 1e3;
    }

    private static String commit(Path project) throws InterruptedException {
        try {
            var git = new ProcessBuilder("git", "describe", "--always", "--dirty")
                    .directory(project.toFile())
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            var answer =
                    new String(git.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8).trim();
            return git.waitFor(10, TimeUnit.SECONDS) && git.exitValue() == 0 ? answer : "unknown";
        } catch (IOException e) {
            return "unknown";
        }
    }
}
