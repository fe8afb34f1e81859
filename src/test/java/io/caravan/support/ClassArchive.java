package io.caravan.support;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Collectors;

/**
 * The classes of the service, loaded once for all processes of a test run: the first process that is ready writes an
 * archive of its classes, which later ones map into memory. That saves each about a third of its start. A process
 * without an archive starts as well, only later.
 *
 * <p>Not with Java 25: who writes an archive while it runs ends there soon after, in the JVM's search for a lambda.
 */
final class ClassArchive {

    private static final long PATIENCE_SECONDS = 120;
    private static final Path FOLDER = Path.of("target", "class-archive");
    private static final Path JAR = FOLDER.resolve("classes.jar").toAbsolutePath();
    private static final Path ARCHIVE = FOLDER.resolve("classes.jsa").toAbsolutePath();
    private static final boolean CAN_GO_ON = Runtime.version().feature() < 25;
    private static boolean packed;
    private static boolean asked;

    private ClassArchive() {}

    /**
     * What the JVM has to know: a class path with a jar in place of the folder of our classes, because archives know
     * jars alone; and how to use the archive, or to be ready to write it.
     */
    static synchronized List<String> options(String classPath) {
        var options = new ArrayList<>(List.of("-cp", withJar(classPath), "-Xlog:cds=off", "-Xlog:cds+dynamic=off"));
        if (CAN_GO_ON) {
            options.add(Files.exists(ARCHIVE) ? "-XX:SharedArchiveFile=" + ARCHIVE : "-XX:+RecordDynamicDumpInfo");
        }
        return options;
    }

    private static String withJar(String classPath) {
        var classes = Path.of("target", "classes").toAbsolutePath();
        try {
            if (!packed) {
                pack(classes);
                packed = true;
            }
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        return Arrays.stream(classPath.split(File.pathSeparator))
                .map(entry -> Path.of(entry).equals(classes) ? JAR.toString() : entry)
                .collect(Collectors.joining(File.pathSeparator));
    }

    /** Lets this process write the archive, when it is the first that is ready. */
    static synchronized void writtenBy(Process process) {
        if (asked || !CAN_GO_ON) {
            return;
        }
        asked = true;
        var part = ARCHIVE.resolveSibling("classes.part");
        try {
            var jcmd = Path.of(System.getProperty("java.home"), "bin", "jcmd").toString();
            var dump = new ProcessBuilder(
                            jcmd, String.valueOf(process.pid()), "VM.cds", "dynamic_dump", part.toString())
                    .redirectErrorStream(true)
                    .redirectOutput(FOLDER.resolve("dump.log").toFile())
                    .start();
            if (!dump.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                dump.destroyForcibly();
            } else if (dump.exitValue() == 0 && Files.exists(part)) {
                Files.move(part, ARCHIVE);
            }
        } catch (IOException e) {
            System.err.println("No archive of classes: " + e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void pack(Path classes) throws IOException {
        Files.createDirectories(FOLDER);
        Files.deleteIfExists(ARCHIVE);
        try (var jar = new JarOutputStream(Files.newOutputStream(JAR));
                var files = Files.walk(classes)) {
            jar.setLevel(1);
            for (var file : files.skip(1).sorted().toList()) {
                var name = classes.relativize(file).toString().replace(File.separatorChar, '/');
                var isFolder = Files.isDirectory(file);
                jar.putNextEntry(new JarEntry(isFolder ? name + "/" : name));
                if (!isFolder) {
                    Files.copy(file, jar);
                }
                jar.closeEntry();
            }
        }
    }
}
