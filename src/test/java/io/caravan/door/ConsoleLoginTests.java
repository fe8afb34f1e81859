package io.caravan.door;

import static org.assertj.core.api.Assertions.assertThat;

import io.caravan.support.ConsoleClient;
import io.caravan.support.Http;
import io.caravan.support.Sandbox;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How operators come into the console, and nobody else does. */
class ConsoleLoginTests {

    private static final String SESSION = "caravan-ops";

    private final Sandbox sandbox = Sandbox.running();
    private final ConsoleClient console = new ConsoleClient(sandbox::managementUri);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "overview",
                "search?q=x",
                "timeline",
                "dead-letters",
                "replay",
                "endpoints",
                "transfers",
                "channels",
                "jobs",
                "routes",
                "acts",
                "alarms",
                "setup",
                "setup-json",
                "setup-thing",
                "setup-form",
                "setup-done",
                "OVERVIEW",
                "nothing-of-the-kind"
            })
    void withoutALoginEveryPageLeadsToIt(String path) {
        var answer = console.get(path);

        assertThat(answer.status()).isEqualTo(302);
        assertThat(answer.headers().firstValue("Location").orElse("")).endsWith("/ops/login");
        assertThat(answer.body()).isEmpty();
    }

    @Test
    void thePasswordOfThePortAloneOpensNoPageOfTheConsole() {
        var answer = Http.get(sandbox.managementUri("/ops/overview"), "Authorization", "Basic b3BzOm9wcy1zYW5kYm94");

        assertThat(answer.status()).isEqualTo(302);
    }

    @Test
    void theConsoleIsNotOnThePublicPort() {
        assertThat(Http.get(sandbox.uri("/ops/login")).status()).isEqualTo(401);
    }

    @Test
    void aLoginMakesASessionWhoseCookieNoScriptAndNoOtherSiteCanUse() {
        var answer = console.signIn("ops", "ops-sandbox");

        assertThat(answer.status()).isEqualTo(302);
        assertThat(answer.headers().allValues("Set-Cookie"))
                .filteredOn(cookie -> cookie.startsWith(SESSION + "="))
                .singleElement()
                .satisfies(cookie -> assertThat(cookie).contains("HttpOnly", "SameSite=Strict", "Path=/ops"));
        assertThat(console.get("overview").status()).isEqualTo(200);
        assertThat(console.get("overview").headers().firstValue("Cache-Control"))
                .contains("no-store");
    }

    @Test
    void aWrongPasswordAndAnUnknownNameAreToldInTheSameWords() {
        for (var name : new String[] {"ops", "nobody", ""}) {
            var answer = console.signIn(name, "wrong");

            assertThat(answer.headers().firstValue("Location").orElse("")).endsWith("/ops/login?wrong");
            assertThat(console.get("overview").status()).isEqualTo(302);
        }
        assertThat(console.get("login?wrong").body()).contains("Name or password is wrong.");
    }

    @Test
    void aSessionThatSomebodyPlantedIsNotTheOneThatIsSignedIn() {
        console.signedIn();
        var planted = console.cookie(SESSION);
        var victim = new ConsoleClient(sandbox::managementUri).withCookie(SESSION, planted);

        victim.signIn("ops", "ops-sandbox");

        assertThat(victim.cookie(SESSION)).isNotEmpty().isNotEqualTo(planted);
    }

    @Test
    void whoSignsOutIsOut() {
        console.signedIn();
        var session = console.cookie(SESSION);

        console.post("acts", "logout");

        assertThat(console.get("overview").status()).isEqualTo(302);
        var thief = new ConsoleClient(sandbox::managementUri).withCookie(SESSION, session);
        assertThat(thief.get("overview").status()).isEqualTo(302);
    }

    @Test
    void nobodySignsOutByALink() {
        console.signedIn();

        console.get("logout");

        assertThat(console.get("overview").status()).isEqualTo(200);
    }

    @Test
    void aFormWithoutItsTokenOrWithAnothersDoesNothing() {
        console.signedIn();
        var stranger = new ConsoleClient(sandbox::managementUri).signedIn();
        var form = new String[] {"kind", "job", "name", "purge", "why", "forged"};

        assertThat(console.send("hold", form).status()).isEqualTo(403);
        assertThat(console.send(
                                "hold",
                                "kind",
                                "job",
                                "name",
                                "purge",
                                "why",
                                "forged",
                                "_csrf",
                                stranger.token("acts"))
                        .status())
                .isEqualTo(403);
        assertThat(console.send("login", "name", "ops", "password", "ops-sandbox")
                        .status())
                .isEqualTo(403);
        assertThat(console.get("acts").body()).doesNotContain("forged");
    }

    @Test
    void aFormThatAnotherSiteSendsDoesNothing() {
        console.signedIn();
        var token = console.token("acts");

        var answer = Http.send(
                "POST",
                sandbox.managementUri("/ops/hold"),
                "kind=job&name=purge&why=forged&_csrf=" + token,
                "Content-Type",
                "application/x-www-form-urlencoded",
                "Cookie",
                SESSION + "=" + console.cookie(SESSION) + "; caravan-ops-form=" + console.cookie("caravan-ops-form"),
                "Origin",
                "https://elsewhere.example");

        assertThat(answer.status()).isEqualTo(403);
    }
}
