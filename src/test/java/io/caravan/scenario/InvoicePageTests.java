package io.caravan.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.caravan.support.Http;
import io.caravan.support.LinkFixture;
import io.caravan.support.LinkFixture.Link;
import io.caravan.support.Race;
import io.caravan.support.Sandbox;
import io.caravan.support.WalletClient;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The page of a link, as programs and people who mean no good see it. */
class InvoicePageTests {

    private static final Pattern HIDDEN = Pattern.compile("<input type=\"hidden\" name=\"(\\w+)\" value=\"([^\"]*)\"");
    private static final String FORM = "application/x-www-form-urlencoded";

    private final Sandbox sandbox = Sandbox.running();

    @Test
    void aPageCanBeSeenByWhoeverHasTheLinkAndKeepsNothing() {
        var link = link().stored();

        var page = get(link.path());

        assertThat(page.status()).isEqualTo(200);
        assertThat(page.headers().firstValue("Content-Security-Policy")).hasValueSatisfying(policy -> assertThat(policy)
                .startsWith("default-src 'none'")
                .contains("frame-ancestors 'none'", "form-action 'self'", "base-uri 'none'")
                .doesNotContain("unsafe", "http", "*", "data:"));
        assertThat(page.headers().allValues("Referrer-Policy")).containsExactly("no-referrer");
        assertThat(page.headers().allValues("Cache-Control")).containsExactly("no-store");
        assertThat(page.headers().allValues("X-Content-Type-Options")).containsExactly("nosniff");
        assertThat(page.headers().allValues("Set-Cookie")).isEmpty();
        assertThat(page.body()).doesNotContain("<b>", "style=", "onclick", "://127", "://localhost");
    }

    @Test
    void aPageShowsNoMoreOfAPhoneThanItsOwnerNeeds() {
        var link = link().to("+4571600001").stored();

        var page = get(link.path());

        assertThat(page.body()).contains("••••••01").doesNotContain("71600001", "716000");
    }

    @Test
    void styleAndScriptAreKeptForEverUnderNamesThatChangeWithThem() {
        var page = get(link().stored().path()).body();
        var name = page.replaceFirst("(?s).*\\.\\./(assets/page-[0-9a-f]+\\.css).*", "$1");

        var style = get("/" + name);
        var other = get("/assets/page-000000000000.css");

        assertThat(style.status()).isEqualTo(200);
        assertThat(style.headers().firstValue("Content-Type")).hasValue("text/css;charset=utf-8");
        assertThat(style.headers().allValues("Cache-Control")).containsExactly("public, max-age=31536000, immutable");
        assertThat(other.headers().allValues("Cache-Control")).containsExactly("no-store");
        assertThat(get("/assets/page.html").status()).isEqualTo(404);
        assertThat(get("/assets/..%2fapplication.yml").status()).isNotEqualTo(200);
    }

    @Test
    void lookingChangesNothing() {
        var link = link().to("+4571600002").stored();

        get(link.path());
        var head = Http.send("HEAD", sandbox.uri(link.path()), "");

        assertThat(head.status()).isEqualTo(200);
        assertThat(head.body()).isEmpty();
        assertThat(notices(link)).isZero();
        assertThat(Http.send("PUT", sandbox.uri(link.path()), "").status()).isEqualTo(405);
        assertThat(Http.send("DELETE", sandbox.uri(link.path()), "").status()).isEqualTo(405);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"AAAAAAAAAAAAAAAAAAAAAA", "x", "AAAAAAAAAAAAAAAAAAAAAB", "%00", "a,b", "${body}", "..%2f..", "æ"
            })
    void aTokenThatOpensNothingGetsAReadablePage(String token) {
        var page = get("/i/" + URLEncoder.encode(token, StandardCharsets.UTF_8).replace("%25", "%"), "da");

        assertThat(page.status()).isIn(400, 404);
        assertThat(page.headers().firstValue("Content-Type")).hasValue("text/html;charset=utf-8");
        assertThat(page.headers().firstValue("Content-Security-Policy")).isPresent();
    }

    @Test
    void anInvoiceCanBeReadAsADocumentInTheLanguageOfThePage() {
        var link = link().withoutDocument().stored();

        var page = get(link.path() + "?lang=da");
        var document = get(link.path() + "/pdf?lang=da");

        assertThat(page.body()).contains("href=\"../i/" + link.token() + "/pdf?lang=da\"", "Åbn regningen som PDF");
        assertThat(document.status()).isEqualTo(200);
        assertThat(document.headers().firstValue("Content-Type")).hasValue("application/pdf");
        assertThat(document.headers().firstValue("Cache-Control")).hasValue("no-store");
        assertThat(document.body()).startsWith("%PDF-");
    }

    @Test
    void whereTheMerchantKeepsADocumentOfItsOwnThePageLeadsThere() {
        var link = link().stored();

        assertThat(get(link.path()).body())
                .contains("href=\"https://shop.example/invoices/301\"")
                .doesNotContain("/pdf");
        assertThat(get(link.path() + "/pdf").headers().firstValue("Location"))
                .hasValue("https://shop.example/invoices/301");
    }

    @Test
    void aLinkThatHasExpiredSaysSoAndNothingElse() {
        var link = link().withoutDocument().dueIn(-31).stored();

        var page = get(link.path(), "sv");
        assertThat(get(link.path() + "/pdf").status()).isEqualTo(404);

        assertThat(page.status()).isEqualTo(410);
        assertThat(page.body()).contains("Länken har gått ut").doesNotContain("Snowboard", "snowboard", "slopes");
    }

    @Test
    void aFormSentManyTimesAtOnceAsksOnce() throws Exception {
        var link = link().to("+4571600003").stored();
        var form = form(link);

        Callable<Http.Reply> send = () -> post(link.path(), form);
        var replies = Race.of(Collections.nCopies(6, send));

        assertThat(replies).extracting(Http.Reply::status).containsOnly(303);
        assertThat(replies)
                .extracting(reply -> reply.headers().firstValue("Location").orElse(""))
                .containsOnly("../i/" + link.token() + "/prompts/" + form.get("id"));
        assertThat(notices(link)).isEqualTo(1);
    }

    @Test
    void aFormThatWasTamperedWithDoesNothing() {
        var link = link().to("+4571600004").stored();
        var other = link().stored();
        for (var change : List.of(
                Map.of("seal", "1.AAAA"),
                Map.of("number", "7"),
                Map.of("id", "00000000-0000-4000-8000-000000000000"),
                Map.of("seal", form(other).get("seal")))) {
            var form = form(link);
            form.putAll(change);

            var reply = post(link.path() + "?lang=en", form);

            assertThat(reply.status()).as("%s", change.keySet()).isEqualTo(409);
            assertThat(reply.body()).contains("This page was out of date", "/i/" + link.token());
        }
        assertThat(notices(link)).isZero();
    }

    @Test
    void whatIsNoFormIsRefused() {
        var link = link().stored();

        assertThat(post(link.path(), Map.of("id", "x")).status()).isEqualTo(400);
        assertThat(Http.send("POST", sandbox.uri(link.path()), "id=%zz", "Content-Type", FORM)
                        .status())
                .isEqualTo(400);
        assertThat(Http.send("POST", sandbox.uri(link.path()), "x=" + "y".repeat(20_000), "Content-Type", FORM)
                        .status())
                .isEqualTo(400);
        assertThat(Http.send("POST", sandbox.uri(link.path()), "{}", "Content-Type", "application/json")
                        .status())
                .isEqualTo(415);
        assertThat(Http.send("POST", sandbox.uri(link.path()), "").status()).isEqualTo(400);
    }

    @Test
    void whatWasTypedComesBackHarmless() {
        var link = link().stored();
        var form = form(link);
        form.putAll(Map.of("whose", "other", "phone", "\"><script>alert(1)</script>", "when", "later", "date", "'x"));

        var page = post(link.path(), form);

        assertThat(page.status()).isEqualTo(422);
        assertThat(page.body()).contains("&quot;&gt;&lt;script&gt;alert(1)").doesNotContain("<script>alert");
    }

    @Test
    void aFourthTryOnOnePhoneHasToWait() {
        var link = link().to("+4571600005").stored();
        for (int i = 0; i < 3; i++) {
            assertThat(post(link.path(), form(link)).status()).isEqualTo(303);
        }

        var fourth = post(link.path() + "?lang=nb", form(link));

        assertThat(fourth.status()).isEqualTo(429);
        assertThat(fourth.headers().firstValue("Retry-After")).hasValue("600");
        assertThat(fourth.body()).contains("Telefonen er spurt flere ganger");
    }

    @Test
    void ofTwoPayersInTheSameSecondOnePaysAndTheOtherIsToldSo() throws Exception {
        var link = link().stored();
        var phones = List.of("+4571600006", "+4571600007");
        var prompts = phones.stream().map(phone -> prompt(link, phone)).toList();

        Race.of(phones.stream()
                .map(phone -> (Callable<Object>) () ->
                        WalletClient.payAt(sandbox::uri, phone, link.invoice().toString()))
                .toList());

        await().untilAsserted(() ->
                assertThat(prompts.stream().map(this::state)).containsExactlyInAnyOrder("PAID", "PAID_BY_ANOTHER"));
    }

    @Test
    void theStateOfAPromptIsTheBusinessOfItsPage() {
        var mine = link().stored();
        var theirs = link().stored();
        var prompt = prompt(mine, "+4571600008");

        assertThat(state(prompt)).isEqualTo("WAITING");
        assertThat(state(prompt.replace(mine.token(), theirs.token()))).isEqualTo("OPEN");
        assertThat(get(prompt.replace(mine.token(), "AAAAAAAAAAAAAAAAAAAAAA") + "/state")
                        .status())
                .isEqualTo(404);
    }

    @Test
    void thePayersAppOpensALinkByItself() {
        var link = link().stored();
        var url = "{\"url\": \"http://elsewhere.example" + link.path() + "\"}";

        var opened = Http.send("POST", sandbox.uri("/mock/wallet/+4571600009/open"), url);
        var nobody = Http.send("POST", sandbox.uri("/mock/wallet/+4571600009/open"), "{\"url\": \"/i/nothing\"}");

        assertThat(opened.status()).as(opened.body()).isEqualTo(200);
        assertThat(opened.json().path("id").asText()).isEqualTo(link.invoice().toString());
        assertThat(Http.get(sandbox.uri("/mock/wallet/+4571600009")).body())
                .contains("Pay a bill from Snowboard gear shop");
        assertThat(nobody.status()).isEqualTo(404);
    }

    @Test
    void anIssuerWithoutALogoHasANeutralOne() {
        var one = get("/api/v1/invoiceissuers/efd08c19-24cf-4833-a4a4-bfa7bd58fbb2/logo");
        var nobodys = get("/api/v1/invoiceissuers/nobody/logo");

        assertThat(one.status()).isEqualTo(200);
        assertThat(one.headers().firstValue("Content-Type")).hasValue("image/png");
        assertThat(nobodys.status()).isEqualTo(200);
    }

    private LinkFixture link() {
        return new LinkFixture(sandbox.context());
    }

    /** Fills the form in for this phone and answers where that leads. */
    private String prompt(Link link, String phone) {
        var form = form(link);
        form.putAll(Map.of("whose", "other", "phone", phone));
        var reply = post(link.path(), form);
        assertThat(reply.status()).isEqualTo(303);
        return reply.headers().firstValue("Location").orElseThrow().substring(2);
    }

    private String state(String prompt) {
        return get(prompt + "/state").json().path("state").asText();
    }

    /** The form as it is drawn, as a payer sends it who changes nothing. */
    private Map<String, String> form(Link link) {
        var fields = new TreeMap<>(Map.of("whose", "known", "when", "now"));
        HIDDEN.matcher(get(link.path()).body()).results().forEach(field -> fields.put(field.group(1), field.group(2)));
        return fields;
    }

    private Http.Reply post(String path, Map<String, String> form) {
        var body = form.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        return Http.send("POST", sandbox.uri(path), body, "Content-Type", FORM);
    }

    private Http.Reply get(String path) {
        return get(path, "en");
    }

    private Http.Reply get(String path, String language) {
        return Http.get(sandbox.uri(path), "Accept-Language", language);
    }

    private int notices(Link link) {
        return new org.springframework.jdbc.core.JdbcTemplate(sandbox.context().getBean(javax.sql.DataSource.class))
                .queryForObject(
                        "select count(*) from notice where subject_id = ?",
                        Integer.class,
                        link.invoice().value());
    }
}
