package io.caravan.web.ops;

import io.caravan.core.access.HeldSecrets;
import io.caravan.core.access.SecretKind;
import io.caravan.core.dialect.Answer;
import io.caravan.core.id.Uuids;
import io.caravan.core.ops.OperatorRequest;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Where secrets of merchants are replaced, and where it is seen which old ones are still good. */
public final class SecretPages {

    private static final List<String> KINDS =
            Arrays.stream(SecretKind.values()).map(SecretKind::text).toList();
    private static final List<String> OVERLAPS = List.of("a day", "an hour", "a week", "not at all");

    private final Console console;
    private final Times times;

    public SecretPages(Console console, Times times) {
        this.console = console;
        this.times = times;
    }

    public Answer show(Optional<HeldSecrets> held, OperatorRequest request) {
        if (held.isEmpty()) {
            var sheet = Sheet.of(Place.SECRETS, look(request));
            var asked = request.has("owner");
            return console.draw(
                    asked ? 404 : 200,
                    "sheet",
                    asked ? sheet.saying("Nobody of this name has such a secret.", "bad") : sheet,
                    request);
        }
        return console.draw(Sheet.of(Place.SECRETS, look(request), old(held.get()), rotate(held.get())), request);
    }

    /** Leads to the new secret. */
    public Answer lead(UUID form) {
        return Console.lead(DonePages.PATH, "form", form.toString());
    }

    private static Section look(OperatorRequest request) {
        return Section.forms(
                "Whose",
                "The id of a client, an account, a merchant (callback) or a webhook of a sales unit (registration); or the number"
                        + " of a sales unit or a partner.",
                Form.look(
                        "look",
                        Place.SECRETS.path(),
                        "Look",
                        "main",
                        Field.select("kind", "Kind", request.field("kind"), KINDS),
                        Field.search("owner", "Owner", request.field("owner"), "as my-shop")));
    }

    private Section old(HeldSecrets held) {
        var rows = held.old().stream()
                .map(old -> List.of(times.cell(old.replacedAt()), times.cell(old.goodUntil())))
                .toList();
        return Section.table(
                "Old secrets that are still good",
                List.of("Replaced", "Good until"),
                rows,
                "None: only the newest secret is good.");
    }

    private static Section rotate(HeldSecrets held) {
        return Section.forms(
                "A new secret",
                "With no time for the old one, all others end at once: for a secret that was stolen.",
                Form.act(
                        "rotate",
                        "secrets-rotate",
                        "Replace",
                        "bad",
                        Field.hidden("once", Uuids.ordered().toString()),
                        Field.hidden("kind", held.kind().text()),
                        Field.hidden("owner", held.owner()),
                        Field.select("overlap", "The old one is good for", "a day", OVERLAPS)));
    }
}
