package io.caravan;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The command line: what it prints, and whether it says that all was done. */
class SetupRunTests {

    private static final String WALLET = "{\"wallets\": [{\"id\": \"app\"}]}";

    @TempDir
    static Path folder;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @Test
    void aSetupFromTheStandardInputIsAppliedAndItsSecretReplaced() {
        assertThat(run(WALLET, "--caravan.setup=-", "--caravan.setup.dry-run")).isZero();
        assertThat(printed()).contains("secret: (will be made)", "nothing was changed");
        assertThat(run(WALLET, "--caravan.setup=-")).isZero();
        assertThat(printed()).contains("created    client     app", "1 created");

        assertThat(run("", "--caravan.rotate=client/app", "--caravan.rotate.overlap=2h"))
                .isZero();

        assertThat(printed()).contains("The new secret of client app", "PT2H");
    }

    @Test
    void whatIsRefusedIsToldAndFails() {
        assertThat(run("{\"walets\": []}", "--caravan.setup=-")).isOne();
        assertThat(err.toString(StandardCharsets.UTF_8)).contains("Nothing was changed", "/walets: is not known here");

        assertThat(run("", "--caravan.rotate=client/nobody")).isOne();
        assertThat(run("", "--caravan.setup=" + folder.resolve("none.json"))).isOne();
        assertThat(printed()).isEmpty();
    }

    @Test
    void onlyItsOwnArgumentsMeanIt() {
        assertThat(SetupRun.isMeant("--caravan.setup=x")).isTrue();
        assertThat(SetupRun.isMeant("--caravan.rotate=client/x")).isTrue();
        assertThat(SetupRun.isMeant("--caravan.mode=production", "caravan.setup"))
                .isFalse();
    }

    private int run(String input, String option, String... more) {
        out.reset();
        var in = new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8));
        var args = new String[more.length + 2];
        args[0] = "--caravan.data=" + folder.toAbsolutePath();
        args[1] = option;
        System.arraycopy(more, 0, args, 2, more.length);
        return new SetupRun(in, new PrintStream(out, true), new PrintStream(err, true)).run(args);
    }

    private String printed() {
        return out.toString(StandardCharsets.UTF_8);
    }
}
