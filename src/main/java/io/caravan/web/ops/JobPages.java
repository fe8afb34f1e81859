package io.caravan.web.ops;

import io.caravan.core.dialect.Answer;
import io.caravan.core.hold.Hold;
import io.caravan.core.hold.HoldKind;
import io.caravan.core.ops.JobBoard;
import io.caravan.core.ops.JobRun;
import io.caravan.core.ops.OperatorRequest;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The jobs, when they have run and when they will. */
public final class JobPages {

    private final Console console;
    private final Times times;
    private final HoldForms forms;

    public JobPages(Console console, Times times, HoldForms forms) {
        this.console = console;
        this.times = times;
        this.forms = forms;
    }

    public Answer show(JobBoard board, OperatorRequest request) {
        var rows = board.runs().stream().map(run -> row(run, board.holds())).toList();
        var table = Section.table("", List.of("Job", "Every", "Last", "Next", "State", ""), rows, "There is no job.")
                .noting(
                        "What is due is read from rows at each tick, so that a missed tick loses nothing. The ticks of a"
                                + " held job do nothing.");
        return console.draw(Sheet.of(Place.JOBS, table), request);
    }

    private List<Cell> row(JobRun run, List<Hold> holds) {
        var held = HoldForms.of(HoldKind.JOB, run.name(), holds);
        var state = run.state().equals("ERROR") ? Cell.state("broken", "bad") : forms.state(held);
        return List.of(
                Cell.of(run.name()),
                Cell.of(run.every().isZero() ? "" : Times.length(run.every())),
                time(run.last()),
                time(run.next()),
                state,
                forms.cell(HoldKind.JOB, run.name(), held));
    }

    private Cell time(Optional<Instant> time) {
        return time.map(at -> Cell.of(times.ago(at), Times.at(at))).orElseGet(() -> Cell.of("never"));
    }
}
