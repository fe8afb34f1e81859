package io.caravan.ops.setup;

import io.caravan.core.dialect.Answer;
import io.caravan.core.ops.OperatorRequest;
import io.caravan.core.problem.InvalidInput;
import io.caravan.core.setup.Outcome;
import io.caravan.core.setup.Plan;
import io.caravan.core.setup.Rehearsed;
import io.caravan.usecase.setup.ExportSetup;
import io.caravan.usecase.setup.RehearseSetup;
import io.caravan.usecase.setup.SubmitSetup;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Where operators set things up in the console: first a rehearsal, then the act. */
public final class SetupDesk {

    private final SetupReader reader;
    private final RehearseSetup rehearseSetup;
    private final SubmitSetup submitSetup;
    private final ExportSetup exportSetup;

    public SetupDesk(
            SetupReader reader, RehearseSetup rehearseSetup, SubmitSetup submitSetup, ExportSetup exportSetup) {
        this.reader = reader;
        this.rehearseSetup = rehearseSetup;
        this.submitSetup = submitSetup;
        this.exportSetup = exportSetup;
    }

    /** What would be done. */
    public Outcome rehearse(OperatorRequest request) {
        var json = request.field("json");
        try {
            rehearseSetup.rehearse(reader.read(json.getBytes(StandardCharsets.UTF_8)));
            throw new IllegalStateException("a rehearsal was no rehearsal");
        } catch (Rehearsed e) {
            return new Outcome(json, e.plan(), List.of());
        } catch (InvalidInput e) {
            return Outcome.refused(json, e);
        }
    }

    /** Does it, once, or tells what is wrong. */
    public Outcome submit(OperatorRequest request) {
        var json = request.field("json");
        var form = FormId.read(request);
        try {
            var setup = reader.read(json.getBytes(StandardCharsets.UTF_8));
            submitSetup.submit(form, setup, request.operator(), Optional.empty());
            return new Outcome(json, new Plan(List.of()), List.of());
        } catch (InvalidInput e) {
            return Outcome.refused(json, e);
        }
    }

    /** How everything is set up, as a file. */
    public Answer export(OperatorRequest request) {
        var json = SetupWriter.write(exportSetup.export(request.operator())).toPrettyString() + "\n";
        return new Answer(200, "application/json", json.getBytes(StandardCharsets.UTF_8), Map.of())
                .with("Content-Disposition", "attachment; filename=\"setup.json\"")
                .with("Cache-Control", "no-store")
                .with("X-Content-Type-Options", "nosniff");
    }
}
