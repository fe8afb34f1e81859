package io.caravan;

import io.caravan.core.access.SecretKind;
import io.caravan.core.problem.InvalidInput;
import io.caravan.core.setup.Rehearsed;
import io.caravan.ops.setup.PlanPrinter;
import io.caravan.ops.setup.SetupReader;
import io.caravan.usecase.setup.ApplySetup;
import io.caravan.usecase.setup.RehearseSetup;
import io.caravan.usecase.setup.RotateSecret;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.convert.DurationStyle;
import org.springframework.context.ApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.SimpleCommandLinePropertySource;

/**
 * Sets the service up, or replaces a secret, instead of serving: {@code --caravan.setup=file.json}, {@code
 * --caravan.setup.dry-run}, {@code --caravan.rotate=client/shop}, {@code --caravan.rotate.overlap=24h}. The service may
 * run meanwhile.
 */
final class SetupRun {

    private static final String SETUP = "caravan.setup";
    private static final String DRY_RUN = "caravan.setup.dry-run";
    private static final String ROTATE = "caravan.rotate";
    private static final String OVERLAP = "caravan.rotate.overlap";

    /** Characters of a secret that somebody has thought of. */
    static final int SHORTEST_SECRET = 16;

    /** Under which name it is noted. */
    private static final String OPERATOR = "command line, " + System.getProperty("user.name");

    private static final int DONE = 0;
    private static final int REFUSED = 1;

    /** What keeps the service from starting is told as always, and nothing else. */
    private static final Map<String, Object> QUIET = Map.of(
            "logging.level.root", "warn", "logging.level.org.springframework", "error", "spring.jmx.enabled", "false");

    private final InputStream in;
    private final PrintStream out;
    private final PrintStream err;

    SetupRun(InputStream in, PrintStream out, PrintStream err) {
        this.in = in;
        this.out = out;
        this.err = err;
    }

    /** Whether these arguments ask for it. */
    static boolean isMeant(String... args) {
        var options = new SimpleCommandLinePropertySource(args);
        return options.containsProperty(SETUP) || options.containsProperty(ROTATE);
    }

    /** The exit code: 0 if all was done, 1 if nothing was, and why is told. */
    int run(String... args) {
        var options = new SimpleCommandLinePropertySource(args);
        var application = new SpringApplication(SetupContext.class);
        application.setWebApplicationType(WebApplicationType.NONE);
        application.setLogStartupInfo(false);
        application.setRegisterShutdownHook(false);
        application.setDefaultProperties(QUIET);
        ConfigurableApplicationContext context;
        try {
            context = application.run(args);
        } catch (RuntimeException e) {
            err.println("Nothing was changed.");
            return REFUSED;
        }
        try (context) {
            return options.containsProperty(SETUP) ? setUp(options, context) : rotate(options, context);
        } catch (InvalidInput e) {
            err.println("Nothing was changed, because of this:");
            e.violations().forEach(fault -> err.println("  " + fault.field() + ": " + fault.message()));
        } catch (IOException e) {
            err.println("Nothing was changed: the file cannot be read: " + e.getMessage());
        } catch (RuntimeException e) {
            err.println("Nothing was changed: " + e.getMessage());
        }
        return REFUSED;
    }

    private int setUp(SimpleCommandLinePropertySource options, ApplicationContext context) throws IOException {
        var reader = new SetupReader(context.getEnvironment()::resolveRequiredPlaceholders, SHORTEST_SECRET);
        var setup = reader.read(content(options.getProperty(SETUP)));
        var printer = new PlanPrinter(out);
        if (!options.containsProperty(DRY_RUN) || "false".equals(options.getProperty(DRY_RUN))) {
            printer.done(context.getBean(ApplySetup.class).apply(setup, OPERATOR));
            return DONE;
        }
        try {
            context.getBean(RehearseSetup.class).rehearse(setup);
            return REFUSED;
        } catch (Rehearsed e) {
            printer.rehearsed(e.plan());
            return DONE;
        }
    }

    private byte[] content(String file) throws IOException {
        if (file.isBlank()) {
            throw new IOException("--" + SETUP + " names none");
        }
        return file.equals("-") ? in.readAllBytes() : Files.readAllBytes(Path.of(file));
    }

    private int rotate(SimpleCommandLinePropertySource options, ApplicationContext context) {
        var whose = options.getProperty(ROTATE).split("/", 2);
        var kind = SecretKind.parse(whose[0]);
        if (kind.isEmpty() || whose.length < 2) {
            throw InvalidInput.of("--" + ROTATE, "must be a kind of secret and its owner, as client/shop");
        }
        var overlap = Optional.ofNullable(options.getProperty(OVERLAP))
                .map(SetupRun::duration)
                .orElseGet(() -> context.getBean(CredentialProperties.class).overlap());
        var made = context.getBean(RotateSecret.class)
                .rotate(kind.get(), whose[1], overlap, OPERATOR)
                .orElseThrow(() -> InvalidInput.of("--" + ROTATE, "there is nobody of that name"));
        out.println("The new secret of " + made + ", shown once: " + made.secret());
        out.println("The one before it is good for " + overlap + " more.");
        return DONE;
    }

    private static Duration duration(String text) {
        try {
            return Optional.of(DurationStyle.detectAndParse(text))
                    .filter(time -> !time.isNegative())
                    .orElseThrow(IllegalArgumentException::new);
        } catch (IllegalArgumentException e) {
            throw InvalidInput.of("--" + OVERLAP, "must be a time, as 24h");
        }
    }
}
