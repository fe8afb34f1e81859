package io.caravan.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import io.caravan.support.Http;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The page of a link, as programs and people who mean no good see it. */
class InvoicePageTests extends OnInvoicePages {

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
}
