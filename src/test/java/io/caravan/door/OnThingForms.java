package io.caravan.door;

import static org.assertj.core.api.Assertions.assertThat;

import io.caravan.support.ConsoleClient;
import io.caravan.support.Http;
import io.caravan.support.Sandbox;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;

/** Forms of the console by which a merchant and what is its own are set up. */
abstract class OnThingForms {

    final Sandbox sandbox = Sandbox.running();
    final ConsoleClient console = new ConsoleClient(sandbox::managementUri).signedIn();
    final String merchant = UUID.randomUUID().toString();

    void create() {
        change("merchant", "", merchant("Lantern & Sons"));
    }

    Http.Reply thing() {
        return console.get("setup-thing?kind=merchant&id=" + merchant);
    }

    String[] merchant(String name) {
        return new String[] {
            "s/id",
            merchant,
            "s/name",
            name,
            "s/country",
            "NO",
            "s/currency",
            "NOK",
            "s/zone",
            "Europe/Oslo",
            "s/vatNumber",
            "NO1",
            "s/enabled",
            "yes"
        };
    }

    /** Opens the form, looks at what it would do, and does it. */
    Http.Reply change(String kind, String id, String... settings) {
        var owner = List.of(settings).contains("merchant") ? "&merchant=" + merchant : "";
        var open = console.get("setup-form?kind=" + kind + "&id=" + id + owner).body();
        var review = check(kind, id, open, settings);
        assertThat(review.status()).as(review.body()).isEqualTo(200);
        return submit(kind, id, review.body(), settings);
    }

    Http.Reply check(String kind, String id, String page, String... settings) {
        return console.post("acts", "setup-check", fields(kind, id, page, settings));
    }

    Http.Reply submit(String kind, String id, String page, String... settings) {
        return console.follow(console.post("acts", "setup-submit", fields(kind, id, page, settings)));
    }

    static String[] fields(String kind, String id, String page, String... settings) {
        var fields = new ArrayList<>(List.of("kind", kind, "id", id, "end", "1"));
        for (var name : List.of("seen", "once")) {
            var value =
                    Pattern.compile("name=\"" + name + "\" value=\"([^\"]+)\"").matcher(page);
            if (value.find()) {
                fields.addAll(List.of(name, value.group(1)));
            }
        }
        fields.addAll(List.of(settings));
        return fields.toArray(String[]::new);
    }

    static String[] with(String[] some, String... more) {
        var all = new ArrayList<>(List.of(more));
        for (int i = 0; i < some.length; i += 2) {
            if (!List.of(more).contains(some[i])) {
                all.addAll(List.of(some[i], some[i + 1]));
            }
        }
        return all.toArray(String[]::new);
    }
}
