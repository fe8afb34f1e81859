package io.caravan.door;

import static org.assertj.core.api.Assertions.assertThat;

import io.caravan.support.ConsoleClient;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Things that are set up one by one, by forms of the console. */
class ThingConsoleTests extends OnThingForms {

    @Test
    void aThingIsCreatedShownAndChangedAndWhatChangesIsShownBefore() {
        create();

        assertThat(console.get("setup?q=" + merchant).body()).contains("Lantern &amp; Sons", "enabled");
        var form = console.get("setup-form?kind=merchant&id=" + merchant).body();
        assertThat(form).contains("value=\"Lantern &amp; Sons\"", "value=\"Europe/Oslo\"");
        var review = check("merchant", merchant, form, merchant("Lantern"));
        assertThat(review.body()).contains("nothing is yet", "Lantern &amp; Sons", "<span>Lantern</span>", "changed");
        assertThat(thing().body()).contains("Lantern &amp; Sons");
        var done = submit("merchant", merchant, review.body(), merchant("Lantern"));

        assertThat(done.body()).contains("Done: 0 created, 1 changed");
        assertThat(thing().body()).contains("<h1>Lantern</h1>");
        assertThat(console.get("acts").body()).contains("changed merchant " + merchant);
    }

    @Test
    void whatIsWrongIsSaidBesideItsField() {
        var form = console.get("setup-form?kind=merchant").body();

        var reply = check("merchant", "", form, "s/id", merchant, "s/name", "", "s/currency", "crowns");

        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.body())
                .contains("id=\"thing-s-name-fault\">is required<")
                .contains("id=\"thing-s-currency-fault\">must be an ISO 4217 code<")
                .contains("value=\"crowns\"");
    }

    @Test
    void twoLinesOrFieldsOfOneNameAreRefused() {
        create();
        var form = console.get("setup-form?kind=partner&merchant=" + merchant).body();
        var lines = new String[] {
            "merchant",
            merchant,
            "s/number",
            "987654",
            "s/issuer",
            UUID.randomUUID().toString(),
            "s/providers/0/name",
            "card",
            "s/providers/0/value",
            "psp",
            "s/providers/1/name",
            "card",
            "s/providers/1/value",
            "carrier"
        };

        var twoLines = check("partner", "", form, lines);
        var twoFields = check("partner", "", form, "merchant", merchant, "s/number", "987654", "s/number", "987655");

        assertThat(twoLines.status()).isEqualTo(400);
        assertThat(twoLines.body()).contains("thing-s-providers-1-name-fault\">is there twice<");
        assertThat(twoFields.status()).isEqualTo(400);
        assertThat(twoFields.body()).isEqualTo("A field has come twice. Nothing was done.");
        assertThat(console.get("setup?kind=merchant&kind=payer").status()).isEqualTo(400);
    }

    @Test
    void whatIsTakenIsNotCreatedAndAnIdIsNotChanged() {
        create();

        var taken =
                check("merchant", "", console.get("setup-form?kind=merchant").body(), merchant("Other"));
        var other = check(
                "merchant",
                merchant,
                console.get("setup-form?kind=merchant&id=" + merchant).body(),
                with(merchant("Other"), "s/id", UUID.randomUUID().toString()));

        assertThat(taken.body()).contains("thing-s-id-fault\">is taken");
        assertThat(other.status()).isEqualTo(400);
        assertThat(other.body()).contains("cannot be changed");
    }

    @Test
    void aChangeOfSomebodyElseInBetweenIsNotOverwritten() {
        create();
        var form = console.get("setup-form?kind=merchant&id=" + merchant).body();
        var review = check("merchant", merchant, form, merchant("Mine")).body();
        change("merchant", merchant, merchant("Theirs"));

        var late = submit("merchant", merchant, review, merchant("Mine"));

        assertThat(late.status()).isEqualTo(400);
        assertThat(late.body()).contains("was changed by somebody else meanwhile");
        assertThat(thing().body()).contains("<h1>Theirs</h1>");
    }

    @Test
    void whatIsWrittenIsTextAndNoPage() {
        create();
        change("merchant", merchant, merchant("<script>alert(1)</script>\"'><b>"));

        for (var page : List.of(
                "setup?q=" + merchant,
                "setup-thing?kind=merchant&id=" + merchant,
                "setup-form?kind=merchant&id=" + merchant,
                "setup?q=%22%3E%3Cscript%3E")) {
            assertThat(console.get(page).body()).as(page).doesNotContain("<script>", "<b>");
        }
    }

    @Test
    void aViewerSeesEverythingAndChangesNothing() {
        create();
        var name = "looker-" + merchant.substring(0, 8);
        console.follow(console.post(
                "setup-json",
                "setup-apply",
                "once",
                UUID.randomUUID().toString(),
                "json",
                "{\"operators\": [{\"name\": \"" + name
                        + "\", \"role\": \"viewer\", \"password\": \"a long password\"}]}"));
        var viewer = new ConsoleClient(sandbox::managementUri);
        viewer.signIn(name, "a long password");

        assertThat(viewer.get("setup?q=" + merchant).body()).contains("Lantern");
        assertThat(viewer.get("setup-form?kind=merchant&id=" + merchant).status())
                .isEqualTo(200);
        assertThat(viewer.get("setup-form?kind=payer").status()).isEqualTo(403);
        for (var act : List.of("setup-check", "setup-submit", "setup-export", "close", "secrets-rotate")) {
            assertThat(viewer.post("setup", act, "kind", "merchant", "id", merchant)
                            .status())
                    .as(act)
                    .isEqualTo(403);
        }
    }

    @Test
    void whatDoesNotExistIsRefusedOnAPage() {
        for (var page : List.of(
                "setup?kind=nothing",
                "setup?merchant=me",
                "setup-thing?kind=merchant&id=" + merchant,
                "setup-thing?kind=client&id=x",
                "setup-form?kind=client",
                "setup-form?kind=client&merchant=" + merchant,
                "setup-done?form=x",
                "alarms?kind=x",
                "alarms?after=x",
                "setup-thing?kind=partner&merchant=" + merchant + "&id=x",
                "setup-thing?kind=payer&id=%00",
                "setup?q=%00",
                "secrets?kind=client&owner=%00")) {
            assertThat(console.get(page).status()).as(page).isEqualTo(400);
        }
        for (var act : List.of("setup-check", "setup-submit")) {
            var half = console.post("setup", act, "kind", "merchant", "once", merchant, "s/name", "Half");
            assertThat(half.status()).isEqualTo(400);
            assertThat(half.body()).contains("Only a part of the form");
        }
    }
}
