package io.caravan.mock;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What the mock acquirer has answered is on disk, however its process ends. */
class KilledAcquirerTests {

    @TempDir
    Path folder;

    @Test
    @Timeout(value = 20, unit = TimeUnit.MINUTES)
    void whatItHasAnsweredSurvivesAKill() throws Exception {
        var answered = new ArrayList<String>();
        var acquirer = start();
        try (var out = acquirer.inputReader(StandardCharsets.UTF_8)) {
            String line;
            while ((line = out.readLine()) != null) {
                answered.add(line);
                if (answered.size() == 200) {
                    acquirer.toHandle().destroyForcibly();
                }
            }
        }
        assertThat(acquirer.waitFor(10, TimeUnit.MINUTES)).isTrue();

        try (var rig = new PspRig(folder)) {
            assertThat(answered).hasSizeGreaterThanOrEqualTo(200).allSatisfy(key -> assertThat(
                            rig.ledger.operation(key).status())
                    .isEqualTo(200));
            assertThat(MockJson.read(rig.webhooks.list().text()).size())
                    .isGreaterThanOrEqualTo(Math.min(1000, answered.size()));
        }
    }

    private Process start() throws Exception {
        var classes = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        return new ProcessBuilder(
                        List.of(java, "-Xmx128m", "-cp", classes, BusyAcquirer.class.getName(), folder.toString()))
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
    }
}
