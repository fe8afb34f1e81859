package io.caravan.crash.drill;

import io.caravan.support.OtherVersion;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;

/**
 * What a drill is to do.
 *
 * @param seed decides what merchants and payers do, and what is killed when
 * @param load for how long they do it
 * @param onH2 one instance with everything inside it, instead of several around a database and a broker
 * @param hands how many merchants and payers act at once
 * @param fault what is spoilt in the service, if the drill is to find that
 * @param before the version from which all instances are upgraded, instead of being killed
 * @param folder where all processes keep their data and logs
 */
public record Options(
        long seed,
        Duration load,
        int instances,
        boolean onH2,
        int hands,
        Optional<Break> fault,
        Optional<OtherVersion> before,
        Path folder) {

    public Options {
        if (load.isNegative() || load.isZero() || instances < 1 || hands < 1) {
            throw new IllegalArgumentException("nothing to do");
        }
    }

    static Options read(String[] args) {
        var options = new Options(
                System.currentTimeMillis(),
                Duration.ofMinutes(5),
                2,
                false,
                12,
                Optional.empty(),
                Optional.empty(),
                Path.of("target", "crash"));
        for (int i = 0; i < args.length; i++) {
            options = switch (args[i]) {
                case "--seed" -> options.withSeed(Long.parseLong(args[++i]));
                case "--minutes" ->
                    options.withLoad(Duration.ofMillis((long) (60_000 * Double.parseDouble(args[++i]))));
                case "--instances" -> options.withInstances(Integer.parseInt(args[++i]));
                case "--hands" -> options.withHands(Integer.parseInt(args[++i]));
                case "--h2" -> options.onOneMachine();
                case "--before" -> options.withBefore(new OtherVersion(Path.of(args[++i])));
                case "--break" -> options.withFault(Break.named(args[++i]));
                default ->
                    throw new IllegalArgumentException(args[i] + ": the options are --seed, --minutes,"
                            + " --instances, --hands with a number each, --break with one of "
                            + Arrays.toString(Break.values()) + ", --before with a checkout, and --h2");
            };
        }
        return options;
    }

    /** The command that does the same again. */
    String command() {
        return before.map(version -> "bench/upgrade " + version.folder().getFileName())
                        .orElse("bench/crash")
                + " --seed " + seed + " --minutes " + load.toMillis() / 60_000.0
                + (onH2 ? " --h2" : " --instances " + instances) + " --hands " + hands
                + fault.map(one -> " --break " + one.word()).orElse("");
    }

    private Options withSeed(long other) {
        return new Options(other, load, instances, onH2, hands, fault, before, folder);
    }

    private Options withLoad(Duration other) {
        return new Options(seed, other, instances, onH2, hands, fault, before, folder);
    }

    private Options withInstances(int other) {
        return new Options(seed, load, other, onH2, hands, fault, before, folder);
    }

    private Options withHands(int other) {
        return new Options(seed, load, instances, onH2, other, fault, before, folder);
    }

    private Options withFault(Break other) {
        return new Options(seed, load, instances, onH2, hands, Optional.of(other), before, folder);
    }

    private Options withBefore(OtherVersion other) {
        return new Options(
                seed, load, instances, onH2, hands, fault, Optional.of(other), Path.of("target", "upgraded"));
    }

    private Options onOneMachine() {
        return new Options(seed, load, 1, true, hands, fault, before, folder);
    }
}
