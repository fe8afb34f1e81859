package io.caravan.build;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Where packages come from is a matter of the machine's settings, so the project names no registry. */
class PackageRegistryTests {

    private static final Path ROOT = Path.of("").toAbsolutePath();
    private static final Set<String> NOT_OURS = Set.of(".git", "target", "data", "node_modules");

    private static final Pattern REGISTRY_HOSTS = Pattern.compile(
            "repo1?[.]maven|central[.]sonatype|registry[.]npmjs|deb[.]debian", Pattern.CASE_INSENSITIVE);

    @Test
    void noFileNamesAPackageRegistry() throws Exception {
        List<Path> files = projectFiles();
        List<String> found = new ArrayList<>();
        for (Path file : files) {
            REGISTRY_HOSTS
                    .matcher(Files.readString(file, ISO_8859_1))
                    .results()
                    .forEach(host -> found.add(ROOT.relativize(file) + " names " + host.group()));
        }

        assertThat(files).contains(ROOT.resolve("pom.xml"));
        assertThat(found).isEmpty();
    }

    private static List<Path> projectFiles() throws Exception {
        List<Path> tracked = trackedFiles();
        return tracked.isEmpty() ? allFiles() : tracked;
    }

    private static List<Path> trackedFiles() throws InterruptedException {
        try {
            Process git = new ProcessBuilder("git", "ls-files", "-z")
                    .directory(ROOT.toFile())
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            String names = new String(git.getInputStream().readAllBytes(), UTF_8);
            return git.waitFor() == 0 ? existing(Stream.of(names.split("\0")).map(ROOT::resolve)) : List.of();
        } catch (IOException gitIsMissing) {
            return List.of();
        }
    }

    private static List<Path> existing(Stream<Path> files) {
        return files.filter(Files::isRegularFile).toList();
    }

    private static List<Path> allFiles() throws IOException {
        List<Path> files = new ArrayList<>();
        Files.walkFileTree(ROOT, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
                boolean ours = !NOT_OURS.contains(folder.getFileName().toString());
                return ours || folder.equals(ROOT) ? FileVisitResult.CONTINUE : FileVisitResult.SKIP_SUBTREE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                files.add(file);
                return FileVisitResult.CONTINUE;
            }
        });
        return existing(files.stream());
    }
}
