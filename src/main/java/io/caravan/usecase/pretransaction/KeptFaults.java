package io.caravan.usecase.pretransaction;

import io.caravan.core.dialect.Answer;
import io.caravan.core.pretransaction.ImportFault;
import io.caravan.core.problem.InvalidInput.Violation;
import io.caravan.core.problem.ProblemCode;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** What is kept of a chunk of an import: a line for each row that was not taken, its parts divided by tabs. */
record KeptFaults(List<ImportFault> faults) {

    private static final String TAB = "\t";

    static KeptFaults of(Answer kept) {
        return new KeptFaults(new String(kept.body(), StandardCharsets.UTF_8)
                .lines()
                .map(line -> fault(line.split(TAB, -1)))
                .toList());
    }

    Answer answer() {
        var text = faults.stream().map(KeptFaults::line).collect(Collectors.joining("\n"));
        return new Answer(200, "text/plain", text.getBytes(StandardCharsets.UTF_8), Map.of());
    }

    private static String line(ImportFault fault) {
        return fault.number()
                + TAB
                + fault.problem().map(ProblemCode::name).orElse("")
                + fault.violations().stream()
                        .map(violation -> TAB + violation.field() + TAB + violation.message())
                        .collect(Collectors.joining());
    }

    private static ImportFault fault(String[] parts) {
        var pairs = Arrays.asList(parts).subList(2, parts.length);
        var violations = java.util.stream.IntStream.range(0, pairs.size() / 2)
                .mapToObj(i -> new Violation(pairs.get(2 * i), pairs.get(2 * i + 1)))
                .toList();
        var problem = Optional.of(parts[1]).filter(name -> !name.isEmpty()).map(ProblemCode::valueOf);
        return new ImportFault(Integer.parseInt(parts[0]), problem, violations);
    }
}
