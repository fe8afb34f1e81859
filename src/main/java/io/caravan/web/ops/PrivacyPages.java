package io.caravan.web.ops;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.caravan.core.dialect.Answer;
import io.caravan.core.ops.OperatorRequest;
import io.caravan.core.payer.Phone;
import io.caravan.core.privacy.Erasure;
import io.caravan.core.privacy.Holding;
import io.caravan.core.privacy.PayerFile;
import io.caravan.core.privacy.PayerRequest;
import io.caravan.core.privacy.PayerView;
import java.util.LinkedHashMap;
import java.util.List;

/** Where a payer's data are handed out and erased. Phones are sent in forms only, so that no address has one. */
public final class PrivacyPages {

    private static final String PHONE = "phone";

    private final Console console;
    private final Times times;
    private final ObjectMapper json = new ObjectMapper();

    public PrivacyPages(Console console, Times times) {
        this.console = console;
        this.times = times;
    }

    /** @throws IllegalArgumentException if it names no phone */
    public PayerRequest readPayer(OperatorRequest request) {
        var phone = Phone.parse(request.field(PHONE))
                .orElseThrow(() -> new IllegalArgumentException("This is no phone number with a country code."));
        return new PayerRequest(phone, request.operator());
    }

    /** The form, and what was to be erased lately. */
    public Answer show(List<Erasure> erasures, OperatorRequest request) {
        var sheet = Sheet.of(Place.PRIVACY, look(""), table(erasures));
        return console.draw(
                request.has("asked")
                        ? sheet.saying("The payer is being erased. The table below says how far it is.", "good")
                        : sheet,
                request);
    }

    /** What is held of a payer, before anything is done. */
    public Answer show(PayerView view, OperatorRequest request) {
        var number = view.phone().number();
        if (view.isEmpty()) {
            var nothing = Sheet.of(Place.PRIVACY, look(number));
            return console.draw(nothing.saying("Nothing is held of this phone.", "note"), request);
        }
        var held = Section.table(
                        "What is held of " + view.phone().hint(),
                        List.of("What", "Rows", "Still open"),
                        view.holdings().stream()
                                .filter(holding -> holding.count() > 0)
                                .map(PrivacyPages::row)
                                .toList(),
                        "")
                .with(Form.act("export", "privacy-export", "Download", "main", Field.hidden(PHONE, number)));
        var erase = Section.forms(
                "Erase",
                "Names, numbers, addresses and texts go, and cannot be brought back. Sums, states and the numbers of "
                        + "invoices stay, since books must be kept. What is still open stays until it ends, and is then "
                        + "erased too. Consents end, and their merchants are told. What comes after this is not meant.",
                Form.act("erase", "privacy-erase", "Erase", "bad", Field.hidden(PHONE, number)));
        return console.draw(Sheet.of(Place.PRIVACY, held, erase, look("")), request);
    }

    /** All that is held, as a file. */
    public Answer write(PayerFile file) {
        var tables = new LinkedHashMap<String, Object>();
        tables.put(PHONE, file.phone().number());
        tables.put("at", file.at().toString());
        tables.put("complete", file.held().stream().allMatch(held -> held.complete()));
        file.held().forEach(held -> tables.put(held.kind(), held.rows()));
        try {
            return Answer.json(200, json.writerWithDefaultPrettyPrinter().writeValueAsBytes(tables))
                    .with("Content-Disposition", "attachment; filename=\"payer.json\"")
                    .with("Cache-Control", "no-store")
                    .with("X-Content-Type-Options", "nosniff");
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("what is held cannot be written");
        }
    }

    /** Leads back, so that a reload does nothing twice. */
    public Answer lead() {
        return Console.lead(Place.PRIVACY.path(), "asked", "1");
    }

    private static Section look(String phone) {
        return Section.forms(
                "A payer",
                "By the phone, with its country code. Whoever looks sees no data but how much there is.",
                Form.act("look", "privacy-look", "Look", "main", Field.search(PHONE, "Phone", phone, "as +45…")));
    }

    private static List<Cell> row(Holding holding) {
        return List.of(
                Cell.of(holding.kind()),
                Cell.of(Long.toString(holding.count())),
                Cell.of(holding.open() == 0 ? "" : Long.toString(holding.open())));
    }

    private Section table(List<Erasure> erasures) {
        return Section.table(
                "Erased",
                List.of("Payer", "Asked (UTC)", "By", "Erased", "Still open", "Done (UTC)"),
                erasures.stream().map(this::row).toList(),
                "Nobody has been erased lately.");
    }

    private List<Cell> row(Erasure erasure) {
        return List.of(
                Cell.of(erasure.hint()),
                times.cell(erasure.askedAt()),
                Cell.of(erasure.askedBy()),
                Cell.of(Long.toString(erasure.erased())),
                Cell.of(erasure.kept() == 0 ? "" : Long.toString(erasure.kept())),
                erasure.doneAt().map(times::cell).orElse(state(erasure)));
    }

    private static Cell state(Erasure erasure) {
        return erasure.isFailing() ? Cell.state("fails, and is tried again", "bad") : Cell.state("under way", "note");
    }
}
