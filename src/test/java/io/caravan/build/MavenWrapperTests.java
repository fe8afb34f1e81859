package io.caravan.build;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.util.FileSystemUtils;

/** Runs the Maven wrapper against a made-up archive, with nothing on its PATH but what it may need. */
@DisabledOnOs(OS.WINDOWS)
class MavenWrapperTests {

    private static final Path ROOT = Path.of("").toAbsolutePath();
    private static final String VERSION = pinned("mvnw", "version=['\"]?([0-9.]+)");
    private static final List<String> SHELL_TOOLS = List.of("cut", "gzip", "mkdir", "mktemp", "mv", "rm", "sed", "tar");

    @TempDir
    private Path temp;

    private final Map<String, String> environment = new HashMap<>();
    private FakeMavenArchive archive;

    @BeforeEach
    void serveAnArchive() throws Exception {
        archive = new FakeMavenArchive(temp, VERSION);
        putOnlyOnThePath("sha512sum", "shasum", "curl", "wget");
        environment.put("HOME", temp.resolve("home").toString());
        environment.put("JAVA_HOME", System.getProperty("java.home"));
        environment.put("CARAVAN_MAVEN_ARCHIVE", archive.address());
        environment.put("CARAVAN_MAVEN_SHA512", archive.sha512());
    }

    @AfterEach
    void stopServing() {
        archive.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"3.6.3", "3.8.7", "3.9.11", "3.10.0", "4.0.0-rc-4"})
    void usesAnInstalledMavenThatIsNewEnough(String version) throws Exception {
        installMaven("echo 'Apache Maven " + version + " (f00)'");

        assertThat(mvnw("verify")).isEqualTo(new Outcome(0, "installed[verify]"));
        assertThat(archive.requests()).isEmpty();
    }

    @Test
    void readsTheVersionOfAnInstalledMavenThatPrintsInColour() throws Exception {
        installMaven("printf '\\033[1mApache Maven 3.8.7\\033[m\\nMaven home: /usr/share/maven\\n'");

        assertThat(mvnw("verify").output()).isEqualTo("installed[verify]");
    }

    @ParameterizedTest
    @ValueSource(strings = {"echo Apache Maven 3.6.2", "echo Apache Maven 2.9.9", "echo Not Maven", "exit 1"})
    void ignoresAnInstalledMavenThatIsTooOldOrBroken(String versionCommand) throws Exception {
        installMaven(versionCommand);

        assertThat(mvnw("verify").output()).endsWith("fetched[verify]");
        assertThat(archive.requests()).containsExactly(archive.path());
    }

    @Test
    void doesNotTrustMavenHome() throws Exception {
        Path home = temp.resolve("other-maven");
        FakeMavenArchive.writeScript(home.resolve("bin/mvn"), "printf other");
        environment.put("MAVEN_HOME", home.toString());

        assertThat(mvnw("verify").output()).endsWith("fetched[verify]");
    }

    @Test
    void passesArgumentsAndTheExitCodeThrough() throws Exception {
        assertThat(mvnw("fail", "two words", "", "$HOME", "*"))
                .returns(7, Outcome::exitCode)
                .extracting(Outcome::output)
                .asString()
                .endsWith("fetched[fail][two words][][$HOME][*]");
    }

    @Test
    void doesNotDownloadAgain() throws Exception {
        mvnw("first");

        assertThat(mvnw("second")).isEqualTo(new Outcome(0, "fetched[second]"));
        assertThat(archive.requests()).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({"curl, sha512sum", "wget, shasum", "curl, openssl"})
    void needsOneDownloaderAndOneChecksumTool(String downloader, String checksumTool) throws Exception {
        putOnlyOnThePath(downloader, checksumTool);
        assumeTrue(Files.exists(temp.resolve("tools").resolve(downloader)), downloader);
        assumeTrue(Files.exists(temp.resolve("tools").resolve(checksumTool)), checksumTool);

        assertThat(mvnw("verify").output()).endsWith("fetched[verify]");
    }

    @Test
    void refusesAnArchiveWithAWrongChecksum() throws Exception {
        environment.put("CARAVAN_MAVEN_SHA512", "0".repeat(128));

        Outcome outcome = mvnw("verify");

        assertThat(outcome.exitCode()).isNotZero();
        assertThat(outcome.output())
                .contains("wrong checksum", archive.sha512())
                .doesNotContain("fetched");
        assertThat(filesUnder("home")).isEmpty();
    }

    @Test
    void expectsThePinnedChecksumWithoutAnOverride() throws Exception {
        environment.remove("CARAVAN_MAVEN_SHA512");

        assertThat(mvnw("verify").output()).contains("wrong checksum", pinned("mvnw", "\\b([0-9a-f]{128})\\b"));
    }

    @Test
    void saysWhichDownloadFailedAndLeavesNothingBehind() throws Exception {
        String missing = archive.address() + "/missing";
        environment.put("CARAVAN_MAVEN_ARCHIVE", missing);

        Outcome outcome = mvnw("verify");

        assertThat(outcome.exitCode()).isNotZero();
        assertThat(outcome.output()).contains("could not fetch " + missing);
        assertThat(filesUnder("home")).isEmpty();
    }

    @Test
    void letsTwoFirstRunsDownloadAtTheSameTime() throws Exception {
        archive.answerTogether(2);

        Running one = start("one");
        Running two = start("two");

        assertThat(one.outcome().output()).endsWith("fetched[one]");
        assertThat(two.outcome().output()).endsWith("fetched[two]");
        assertThat(archive.requests()).hasSize(2);
        assertThat(filesUnder("home")).singleElement().satisfies(file -> assertThat(file)
                .endsWith(Path.of("apache-maven-" + VERSION, "bin", "mvn")));
    }

    @Test
    void keepsMavenInTheMavenUserHome() throws Exception {
        environment.put("MAVEN_USER_HOME", temp.resolve("elsewhere").toString());

        mvnw("verify");

        assertThat(filesUnder("elsewhere/wrapper/dists")).hasSize(1);
        assertThat(filesUnder("home")).isEmpty();
    }

    @Test
    void saysThatJavaIsMissing() throws Exception {
        environment.remove("JAVA_HOME");
        assertThat(mvnw("verify"))
                .returns(1, Outcome::exitCode)
                .extracting(Outcome::output)
                .asString()
                .contains("Java is missing");

        environment.put("JAVA_HOME", "/no/such/jdk");
        assertThat(mvnw("verify").output()).contains("JAVA_HOME is /no/such/jdk");
        assertThat(archive.requests()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"version *= *'?([0-9.]+)", "\\b([0-9a-f]{128})\\b", "(https://[a-z./-]+[0-9])"})
    void pinsTheSameMavenForWindows(String pattern) {
        assertThat(pinned("mvnw.cmd", pattern)).isEqualTo(pinned("mvnw", pattern));
    }

    private Outcome mvnw(String... arguments) throws Exception {
        return start(arguments).outcome();
    }

    private Running start(String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(ROOT.resolve("mvnw").toString()));
        command.addAll(List.of(arguments));
        Path output = Files.createTempFile(temp, "output", ".txt");
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(temp.toFile())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile());
        builder.environment().clear();
        builder.environment().putAll(environment);
        return new Running(builder.start(), output);
    }

    private void installMaven(String versionCommand) throws IOException {
        FakeMavenArchive.writeScript(
                temp.resolve("bin/mvn"),
                """
                if [ "$1" = --version ]; then
                    %s
                    exit
                fi
                printf installed
                printf '[%%s]' "$@"
                """
                        .formatted(versionCommand));
    }

    private void putOnlyOnThePath(String... tools) throws IOException {
        Path folder = temp.resolve("tools");
        FileSystemUtils.deleteRecursively(folder);
        List<Path> searched = Stream.of(System.getenv("PATH").split(File.pathSeparator))
                .map(Path::of)
                .toList();
        for (String tool : Stream.concat(SHELL_TOOLS.stream(), Stream.of(tools)).toList()) {
            Optional<Path> installed = searched.stream()
                    .map(entry -> entry.resolve(tool))
                    .filter(Files::isExecutable)
                    .findFirst();
            if (installed.isPresent()) {
                FakeMavenArchive.writeScript(folder.resolve(tool), "exec " + installed.get() + " \"$@\"");
            }
        }
        environment.put("PATH", temp.resolve("bin") + File.pathSeparator + folder);
    }

    private List<Path> filesUnder(String folder) throws IOException {
        Path start = Files.createDirectories(temp.resolve(folder));
        try (Stream<Path> files = Files.walk(start)) {
            return files.filter(file -> !Files.isDirectory(file)).toList();
        }
    }

    private static String pinned(String file, String pattern) {
        try {
            String text = Files.readString(ROOT.resolve(file));
            return Pattern.compile(pattern)
                    .matcher(text)
                    .results()
                    .map(match -> match.group(1))
                    .findFirst()
                    .orElseThrow();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private record Running(Process process, Path file) {

        Outcome outcome() throws Exception {
            if (!process.waitFor(600, SECONDS)) {
                process.destroyForcibly();
            }
            return new Outcome(process.waitFor(), Files.readString(file));
        }
    }

    private record Outcome(int exitCode, String output) {}
}
