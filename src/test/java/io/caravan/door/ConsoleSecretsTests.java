package io.caravan.door;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.caravan.support.ConsoleClient;
import io.caravan.support.Http;
import io.caravan.support.MerchantClient;
import io.caravan.support.Race;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Secrets of things in the console: who is shown which, and what they are good for. */
class ConsoleSecretsTests extends OnThingForms {

    private static final String SECRET = "class=\"secret\">([^<]+)<";

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

    private String client() {
        var done = change("client", "", "merchant", merchant, "s/id", "c-" + merchant, "s/enabled", "yes");
        return found(done.body(), SECRET);
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
