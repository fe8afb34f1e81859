package io.caravan.ops.setup;

import io.caravan.core.problem.InvalidInput;
import io.caravan.core.setup.Rehearsed;
import io.caravan.usecase.setup.ApplySetup;
import io.caravan.usecase.setup.RehearseSetup;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.springframework.jmx.export.annotation.ManagedOperation;
import org.springframework.jmx.export.annotation.ManagedOperationParameter;
import org.springframework.jmx.export.annotation.ManagedResource;

/** Where operators say over JMX who takes part, as in the console: first a plan, then the act. */
@ManagedResource(objectName = "caravan:type=Setup", description = "Creates and changes those who take part")
public final class SetupBoard {

    private final SetupReader reader;
    private final RehearseSetup rehearseSetup;
    private final ApplySetup applySetup;
    private final Supplier<String> operator;

    /** @param operator the name of whoever calls */
    public SetupBoard(
            SetupReader reader, RehearseSetup rehearseSetup, ApplySetup applySetup, Supplier<String> operator) {
        this.reader = reader;
        this.rehearseSetup = rehearseSetup;
        this.applySetup = applySetup;
        this.operator = operator;
    }

    /** Answers what would be done, or all faults, a line each. */
    @ManagedOperation(description = "What a setup would do; does nothing")
    @ManagedOperationParameter(name = "json", description = "the setup")
    public String plan(String json) {
        try {
            rehearseSetup.rehearse(reader.read(json.getBytes(StandardCharsets.UTF_8)));
            throw new IllegalStateException("a rehearsal was no rehearsal");
        } catch (Rehearsed e) {
            return printed(printer -> printer.rehearsed(e.plan()));
        } catch (InvalidInput e) {
            return faults(e);
        }
    }

    /** Answers what was done, with the secrets that were made, or all faults; then nothing was done. */
    @ManagedOperation(description = "Does what a setup says; answers the secrets that were made, this once")
    @ManagedOperationParameter(name = "json", description = "the setup")
    public String apply(String json) {
        try {
            var plan = applySetup.apply(reader.read(json.getBytes(StandardCharsets.UTF_8)), operator.get());
            return printed(printer -> printer.done(plan));
        } catch (InvalidInput e) {
            return faults(e);
        }
    }

    private static String faults(InvalidInput refused) {
        return refused.violations().stream()
                .map(fault -> fault.field() + ": " + fault.message())
                .collect(Collectors.joining("\n", "Nothing was changed.\n", "\n"));
    }

    private static String printed(Consumer<PlanPrinter> plan) {
        var text = new ByteArrayOutputStream();
        plan.accept(new PlanPrinter(new PrintStream(text, true, StandardCharsets.UTF_8)));
        return text.toString(StandardCharsets.UTF_8);
    }
}
