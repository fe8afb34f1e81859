package io.caravan.support;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/** A partner of the Mobile Invoice API and one of its payers, with a reference and a phone of their own. */
public final class PartnerScene {

    private static final Pattern HIDDEN = Pattern.compile("<input type=\"hidden\" name=\"(\\w+)\" value=\"([^\"]*)\">");
    private static final Pattern WAY = Pattern.compile("content=\"0;url=([^\"]+)\"");
    private static final Pattern LINK = Pattern.compile("https?://[^/\\s\"\\\\]+/([2-9A-HJ-NP-Z]{12})");

    private static final String DECLINED = "4000000000000002";

    public final PartnerClient partner;
    public final String reference = "mi-" + UUID.randomUUID().toString().substring(0, 12);
    public final String phone = "+45713" + String.format("%05d", Math.abs(reference.hashCode() % 100_000));

    private final Function<String, URI> service;

    public PartnerScene(Function<String, URI> service) {
        this.service = service;
        this.partner = new PartnerClient(service, 1, "c2FuZGJveC1kay1obWFjLWtleQ==");
    }

    /** A pre-transaction with these keys too. */
    public String body(String more) {
        return """
                {"partnerId": 1, "currency": "DKK", "amount": "50.00", "paymentProviders": ["card", "wallet"],
                 "referenceId": "%s"%s}"""
                .formatted(reference, more.isEmpty() ? "" : ", " + more);
    }

    /** The id of a new pre-transaction with these keys. */
    public String create(String more) {
        var created = partner.post("/api/pre-transactions?api-version=2.0", body(more));
        assertThat(created.status()).as(created.body()).isEqualTo(204);
        return idIn(created);
    }

    public static String idIn(Http.Reply created) {
        var location = created.headers().firstValue("Location").orElseThrow();
        assertThat(location).endsWith("?api-version=2.0");
        return location.substring(location.lastIndexOf('/') + 1, location.lastIndexOf('?'));
    }

    public JsonNode show(String id) {
        var shown = partner.get("/api/pre-transactions/1/" + id);
        assertThat(shown.status()).as(shown.body()).isEqualTo(200);
        return shown.json();
    }

    /** The one that has paid the reference, else its latest. */
    public JsonNode transaction() {
        var token = MerchantClient.token(service, "sandbox-dk", "sandbox-dk-secret");
        var reply = Http.get(
                service.apply("/api/transactions?partnerId=1&referenceId=" + reference),
                "Authorization",
                "Bearer " + token);
        assertThat(reply.status()).as(reply.body()).isEqualTo(200);
        return reply.json();
    }

    public void awaitStatus(String status) {
        await().atMost(Patience.SOON)
                .untilAsserted(
                        () -> assertThat(transaction().get("status").asText()).isEqualTo(status));
    }

    /** The page that the address of the pre-transaction leads to. */
    public URI open(String id) {
        var led = Http.get(service.apply("/pre-transactions/1/" + id));
        assertThat(led.status()).isEqualTo(302);
        return service.apply(
                URI.create(led.headers().firstValue("Location").orElseThrow()).getPath());
    }

    /** What the payer's phone has got. */
    public String inbox() {
        return Http.get(service.apply("/mock/sms/" + phone.replace("+", "%2B")))
                .body()
                .replace("\\u003C", "<");
    }

    /** How many SMS with a link the payer has got, each counted once even if both gateways have brought it. */
    public long links() {
        return StreamSupport.stream(
                        Http.get(service.apply("/mock/sms/" + phone.replace("+", "%2B")))
                                .json()
                                .spliterator(),
                        false)
                .filter(sms -> LINK.matcher(sms.get("text").asText()).find())
                .map(sms -> sms.get("reference").asText())
                .distinct()
                .count();
    }

    /** The end of the link in the SMS, as soon as it has come. */
    public String shortCode() {
        await().atMost(Patience.SOON).until(() -> LINK.matcher(inbox()).find());
        var link = LINK.matcher(inbox());
        assertThat(link.find()).isTrue();
        return link.group(1);
    }

    /** What the form to pay with a card would send. */
    public static String cardForm(URI page) {
        var html = Http.get(page).body();
        var card = html.substring(html.indexOf("/card\""));
        return HIDDEN.matcher(card.substring(0, card.indexOf("</form>")))
                .results()
                .map(field -> field.group(1) + "=" + URLEncoder.encode(field.group(2), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }

    public static Http.Reply sendCardForm(URI page, String form) {
        return Http.send("POST", URI.create(page + "/card"), form, "Content-Type", "application/x-www-form-urlencoded");
    }

    /** Where the page leads that the form has led to. */
    public static URI acquirersPage(Http.Reply led) {
        assertThat(led.status()).as(led.body()).isEqualTo(200);
        var way = WAY.matcher(led.body());
        assertThat(way.find()).as(led.body()).isTrue();
        return URI.create(way.group(1));
    }

    /** Pays on the acquirer's page, and answers where that leads back to. */
    public URI payByCard(URI page) {
        return payAt(acquirersPage(sendCardForm(page, cardForm(page))));
    }

    /** Pays on this page of the acquirer, and answers where that leads back to. */
    public URI payAt(URI acquirersPage) {
        return act(acquirersPage, "pay", "4111111111111111");
    }

    /** Tries as often as the acquirer lets somebody with a card that is declined. */
    public URI failAt(URI acquirersPage) {
        act(acquirersPage, "pay", DECLINED);
        act(acquirersPage, "pay", DECLINED);
        return act(acquirersPage, "pay", DECLINED);
    }

    /** Leaves this page of the acquirer, and answers where that leads back to. */
    public URI leave(URI acquirersPage) {
        return act(acquirersPage, "abandon", "");
    }

    private URI act(URI acquirersPage, String act, String card) {
        var path = acquirersPage.getPath();
        var done = Http.send(
                "POST",
                service.apply("/mock/psp/payments/" + path.substring(path.lastIndexOf('/') + 1) + "/" + act),
                "{\"card\": \"" + card + "\"}",
                "Content-Type",
                "application/json");
        assertThat(done.status()).as(acquirersPage + " " + done.body()).isEqualTo(200);
        return service.apply(URI.create(done.json().get("returnUrl").asText()).getPath());
    }

    /** The path at which the mock merchant takes callbacks of this scene. */
    public String callbackPath() {
        return "/mock/merchant/callbacks/dk/" + reference;
    }

    /** What the mock merchant got there, newest first. */
    public JsonNode received() {
        return Http.get(service.apply("/mock/merchant/received?path=" + callbackPath()))
                .json();
    }

    /** The queries of what was fetched there. */
    public List<String> heard() {
        return StreamSupport.stream(received().spliterator(), false)
                .map(callback -> callback.get("query").asText())
                .toList();
    }
}
