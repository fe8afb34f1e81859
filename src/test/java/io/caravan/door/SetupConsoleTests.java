package io.caravan.door;

import static org.assertj.core.api.Assertions.assertThat;

import io.caravan.support.ConsoleClient;
import io.caravan.support.Http;
import io.caravan.support.MerchantClient;
import io.caravan.support.Sandbox;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Merchants, operators and secrets, in the console. */
class SetupConsoleTests {

    private final Sandbox sandbox = Sandbox.running();
    private final ConsoleClient console = new ConsoleClient(sandbox::managementUri).signedIn();
    private final UUID merchant = UUID.randomUUID();
    private final String client = "console-" + merchant;

    @Test
    void aSetupIsLookedAtAndThenAppliedAndItsSecretIsShownOnce() {
        var setup = setup("Console shop");

        var plan = console.post("setup-json", "setup-plan", "json", setup);
        assertThat(plan.body()).contains("nothing is yet", "secret: will be made", client);
        assertThat(plan.headers().firstValue("Cache-Control")).contains("no-store");
        var done = apply(console, setup);
        var again = apply(console, setup);

        var secret = found(done.body(), ">([A-Za-z0-9_-]{43})<");
        assertThat(MerchantClient.token(sandbox::uri, client, secret)).isNotEmpty();
        assertThat(again.body()).contains("0 created, 0 changed, 2 unchanged").doesNotContain(secret);
        assertThat(console.get("acts").body())
                .contains("created merchant " + merchant, "ops")
                .doesNotContain(secret);
    }

    @Test
    void whatIsWrongIsToldByPointersAndNothingIsChanged() {
        var reply = apply(console, setup("Shop").replace("DKK", "crowns"));

        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.body()).contains("Nothing was changed", "/merchants/0/currency", "must be an ISO 4217 code");
    }

    @Test
    void whatIsWrittenIsTextAndNoPage() {
        var reply = console.post("setup-json", "setup-plan", "json", setup("<script>alert(1)</script>"));

        assertThat(reply.body()).contains("&lt;script&gt;alert(1)").doesNotContain("<script>");
    }

    @Test
    void noSettingIsShownToWhoeverNamesIt() {
        var reply = console.post("setup-json", "setup-plan", "json", setup("${caravan.keys.ring.sandbox}"));

        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.body()).contains("/merchants/0/name").doesNotContain("Y2FyYXZhbi");
    }

    @Test
    void aReplacedSecretIsGoodBesideTheNewOneAndEndsWhenItIsSaidSo() {
        var first = found(apply(console, setup("Shop")).body(), ">([A-Za-z0-9_-]{43})<");

        var second = rotate("an hour");
        assertThat(MerchantClient.token(sandbox::uri, client, first)).isNotEmpty();
        assertThat(MerchantClient.token(sandbox::uri, client, second)).isNotEmpty();
        assertThat(console.get("secrets?kind=client&owner=" + client).body()).contains("Good until");
        var third = rotate("not at all");

        assertThat(MerchantClient.token(sandbox::uri, client, third)).isNotEmpty();
        assertThat(token(first)).isEqualTo(401);
        assertThat(token(second)).isEqualTo(401);
        assertThat(console.get("secrets?kind=client&owner=" + client).body()).contains("only the newest secret");
    }

    @Test
    void nobodysSecretIsReplaced() {
        assertThat(console.post("setup-json", "secrets-rotate", rotation("nobody", "a day"))
                        .status())
                .isEqualTo(400);
        assertThat(console.get("secrets?kind=client&owner=nobody").status()).isEqualTo(404);
    }

    @Test
    void aViewerLooksAndDoesNotActAndOneThatIsDisabledIsNobody() {
        var name = "viewer-" + merchant.toString().substring(0, 8);
        var file =
                "{\"operators\": [{\"name\": \"%s\", \"role\": \"viewer\", \"password\": \"a long password\", \"enabled\": %s}]}";
        apply(console, file.formatted(name, true));
        var viewer = basic(name, "a long password");

        assertThat(management("/actuator/prometheus", viewer)).isEqualTo(200);
        assertThat(management("/actuator/jolokia/version", viewer)).isEqualTo(403);
        var session = new ConsoleClient(sandbox::managementUri);
        session.signIn(name, "a long password");
        assertThat(session.get("acts").status()).isEqualTo(200);
        assertThat(apply(session, setup("Shop")).status()).isEqualTo(403);
        apply(console, "{\"operators\": [{\"name\": \"%s\"}]}".formatted(name));
        assertThat(apply(session, setup("Shop")).status()).isEqualTo(403);
        apply(console, file.formatted(name, false));
        assertThat(management("/actuator/prometheus", viewer)).isEqualTo(401);
        assertThat(session.get("acts").status()).isEqualTo(403);
    }

    @Test
    void openSessionsEndWhenTheirOperatorsPasswordIsReplaced() {
        var name = "operator-" + merchant.toString().substring(0, 8);
        var file = "{\"operators\": [{\"name\": \"%s\", \"role\": \"operator\", \"password\": \"%s\"}]}";
        apply(console, file.formatted(name, "a long password"));
        var session = new ConsoleClient(sandbox::managementUri);
        session.signIn(name, "a long password");
        var token = session.token("acts");
        apply(console, file.formatted(name, "a long password"));
        assertThat(session.get("acts").status()).isEqualTo(200);

        apply(console, file.formatted(name, "another password"));

        assertThat(session.get("acts").status()).isEqualTo(403);
        assertThat(session.get("acts").body()).contains("Sign in again");
        assertThat(session.send("hold", "kind", "job", "name", "purge", "why", name, "_csrf", token)
                        .status())
                .isEqualTo(403);
        session.signIn(name, "another password");
        assertThat(session.get("acts").status()).isEqualTo(200);
    }

    @Test
    void aViewerSeesNoButtonOfWhatOnlyOperatorsMayDo() {
        apply(console, setup("Shop"));
        var name = "viewer-" + merchant.toString().substring(0, 8);
        var file = "{\"operators\": [{\"name\": \"%s\", \"role\": \"viewer\", \"password\": \"a long password\"}]}";
        apply(console, file.formatted(name));
        var viewer = new ConsoleClient(sandbox::managementUri);
        viewer.signIn(name, "a long password");
        var pages = List.of(
                "setup?kind=payer",
                "setup-json",
                "setup-thing?kind=merchant&id=" + merchant,
                "setup-form?kind=merchant&id=" + merchant,
                "secrets?kind=client&owner=" + client,
                "jobs",
                "channels",
                "privacy");
        var looks = List.of("logout", "setup", "secrets");

        for (var page : pages) {
            var seen = viewer.get(page);
            assertThat(seen.status()).as(page).isEqualTo(200);
            assertThat(actions(seen.body())).as(page).isSubsetOf(looks);
            assertThat(actions(console.get(page).body())).as(page).anyMatch(action -> !looks.contains(action));
        }
    }

    private static List<String> actions(String page) {
        return Pattern.compile("<form[^>]* action=\"([^\"?]+)")
                .matcher(page)
                .results()
                .map(form -> form.group(1))
                .toList();
    }

    private String rotate(String overlap) {
        var reply = console.follow(console.post("setup-json", "secrets-rotate", rotation(client, overlap)));
        assertThat(reply.status()).as(reply.body()).isEqualTo(200);
        return found(reply.body(), ">([A-Za-z0-9_-]{43})<");
    }

    private static String[] rotation(String owner, String overlap) {
        return new String[] {"once", UUID.randomUUID().toString(), "kind", "client", "owner", owner, "overlap", overlap
        };
    }

    /** Sends a form and goes where it leads. */
    private static Http.Reply apply(ConsoleClient who, String setup) {
        return who.follow(
                who.post("setup-json", "setup-apply", "once", UUID.randomUUID().toString(), "json", setup));
    }

    private int token(String secret) {
        return Http.send(
                        "POST",
                        sandbox.uri("/oauth2/token"),
                        "grant_type=client_credentials",
                        "Authorization",
                        basic(client, secret),
                        "Content-Type",
                        "application/x-www-form-urlencoded")
                .status();
    }

    private int management(String path, String credential) {
        return Http.get(sandbox.managementUri(path), "Authorization", credential)
                .status();
    }

    private static String basic(String name, String password) {
        return "Basic " + Base64.getEncoder().encodeToString((name + ":" + password).getBytes(StandardCharsets.UTF_8));
    }

    private static String found(String page, String pattern) {
        var found = Pattern.compile(pattern).matcher(page);
        assertThat(found.find()).as(page).isTrue();
        return found.group(1);
    }

    private String setup(String name) {
        return """
                {"merchants": [{"id": "%s", "name": "%s", "country": "DK", "currency": "DKK",
                  "zone": "Europe/Copenhagen", "vatNumber": "DK1", "clients": [{"id": "%s"}]}]}
                """
                .formatted(merchant, name, client);
    }
}
