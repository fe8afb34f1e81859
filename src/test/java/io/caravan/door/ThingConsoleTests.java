package io.caravan.door;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.caravan.support.ConsoleClient;
import io.caravan.support.Http;
import io.caravan.support.MerchantClient;
import io.caravan.support.Race;
import io.caravan.support.Sandbox;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Things that are set up one by one, by forms of the console. */
class ThingConsoleTests {

    private static final String SECRET = "class=\"secret\">([^<]+)<";

    private final Sandbox sandbox = Sandbox.running();
    private final ConsoleClient console = new ConsoleClient(sandbox::managementUri).signedIn();
    private final String merchant = UUID.randomUUID().toString();

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
    void aFormThatIsSentTwiceAtOnceIsDoneOnceAndItsSecretIsShownToItsOperatorOnly() throws Exception {
        create();
        var client = new String[] {"s/id", "c-" + merchant, "s/enabled", "yes"};
        var open = console.get("setup-form?kind=client&merchant=" + merchant).body();
        var review =
                check("client", "", open, with(client, "merchant", merchant)).body();
        var fields = fields("client", "", review, with(client, "merchant", merchant, "_csrf", console.token("acts")));

        var replies = Race.of(IntStream.range(0, 4)
                .mapToObj(i -> (Callable<Http.Reply>) () -> console.send("setup-submit", fields))
                .toList());

        assertThat(replies).extracting(Http.Reply::status).containsOnly(303);
        var where = "setup-done?form=" + found(review, "name=\"once\" value=\"([^\"]+)\"");
        var other = "other-" + merchant.substring(0, 8);
        console.follow(console.post(
                "setup-json",
                "setup-apply",
                "once",
                UUID.randomUUID().toString(),
                "json",
                "{\"operators\": [{\"name\": \"" + other + "\", \"password\": \"a long password\"}]}"));
        var somebody = new ConsoleClient(sandbox::managementUri);
        somebody.signIn(other, "a long password");
        assertThat(somebody.get(where).body()).contains("Shown already");
        var secret = found(console.get(where).body(), SECRET);
        assertThat(MerchantClient.token(sandbox::uri, "c-" + merchant, secret)).isNotEmpty();
        assertThat(console.get(where).body()).contains("Shown already").doesNotContain(secret);
        assertThat(console.follow(console.send("setup-submit", fields)).body()).contains("Shown already");
        assertThat(MerchantClient.token(sandbox::uri, "c-" + merchant, secret)).isNotEmpty();
    }

    @Test
    void aClientThatIsNotEnabledGetsNoTokenAndItsTokensAreGoodForNothing() {
        create();
        var secret = client();
        var token = MerchantClient.token(sandbox::uri, "c-" + merchant, secret);
        assertThat(issuers(token)).isEqualTo(200);

        change("client", "c-" + merchant, "merchant", merchant, "s/id", "c-" + merchant, "s/enabled", "no");

        await().until(() -> issuers(token) == 401);
        assertThat(tokenStatus(secret)).isEqualTo(401);
        assertThat(thing().body()).contains("disabled");
        change("client", "c-" + merchant, "merchant", merchant, "s/id", "c-" + merchant, "s/enabled", "yes");
        assertThat(tokenStatus(secret)).isEqualTo(200);
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
    void aMerchantsCallbackSecretIsReplacedOnceForEachForm() {
        create();
        var page = console.get("secrets?kind=callback&owner=" + merchant).body();
        var once = found(page, "name=\"once\" value=\"([^\"]+)\"");
        var fields = new String[] {"once", once, "kind", "callback", "owner", merchant, "overlap", "an hour"};

        var first = console.follow(console.post("secrets", "secrets-rotate", fields));
        var again = console.follow(console.post("secrets", "secrets-rotate", fields));

        assertThat(found(first.body(), SECRET)).startsWith("whsec_");
        assertThat(again.body()).contains("Shown already");
        var old = Pattern.compile("in \\d+ min")
                .matcher(console.get("secrets?kind=callback&owner=" + merchant).body());
        assertThat(old.results()).hasSize(1);
    }

    @Test
    void theExportIsASetupWithoutSecretsAndIsNoted() throws Exception {
        create();
        var secret = client();

        var reply = console.post("setup-json", "setup-export");

        assertThat(reply.headers().firstValue("Content-Disposition"))
                .hasValueSatisfying(value -> assertThat(value).contains("setup.json"));
        assertThat(new ObjectMapper().readTree(reply.body()).path("merchants").findValuesAsText("id"))
                .contains(merchant, "c-" + merchant);
        assertThat(reply.body()).doesNotContain(secret);
        assertThat(console.get("acts").body()).contains("exported the setup");
        var plan = console.post("setup-json", "setup-plan", "json", reply.body());
        assertThat(plan.body()).contains("0 created, 0 changed");
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

    private void create() {
        change("merchant", "", merchant("Lantern & Sons"));
    }

    private String client() {
        var done = change("client", "", "merchant", merchant, "s/id", "c-" + merchant, "s/enabled", "yes");
        return found(done.body(), SECRET);
    }

    private Http.Reply thing() {
        return console.get("setup-thing?kind=merchant&id=" + merchant);
    }

    private String[] merchant(String name) {
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
    private Http.Reply change(String kind, String id, String... settings) {
        var owner = List.of(settings).contains("merchant") ? "&merchant=" + merchant : "";
        var open = console.get("setup-form?kind=" + kind + "&id=" + id + owner).body();
        var review = check(kind, id, open, settings);
        assertThat(review.status()).as(review.body()).isEqualTo(200);
        return submit(kind, id, review.body(), settings);
    }

    private Http.Reply check(String kind, String id, String page, String... settings) {
        return console.post("acts", "setup-check", fields(kind, id, page, settings));
    }

    private Http.Reply submit(String kind, String id, String page, String... settings) {
        return console.follow(console.post("acts", "setup-submit", fields(kind, id, page, settings)));
    }

    private static String[] fields(String kind, String id, String page, String... settings) {
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

    private static String[] with(String[] some, String... more) {
        var all = new ArrayList<>(List.of(more));
        for (int i = 0; i < some.length; i += 2) {
            if (!List.of(more).contains(some[i])) {
                all.addAll(List.of(some[i], some[i + 1]));
            }
        }
        return all.toArray(String[]::new);
    }

    private int issuers(String token) {
        return Http.get(
                        sandbox.uri("/api/v1/merchants/" + merchant + "/invoiceissuers"),
                        "Authorization",
                        "Bearer " + token)
                .status();
    }

    private int tokenStatus(String secret) {
        return Http.send(
                        "POST",
                        sandbox.uri("/oauth2/token"),
                        "grant_type=client_credentials&client_id=c-" + merchant + "&client_secret=" + secret,
                        "Content-Type",
                        "application/x-www-form-urlencoded")
                .status();
    }

    private static String found(String page, String pattern) {
        var found = Pattern.compile(pattern).matcher(page);
        assertThat(found.find()).as(page).isTrue();
        return found.group(1);
    }
}
