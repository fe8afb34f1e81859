package io.caravan.support;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** A payment in the making, of a sandbox sales unit: 249.00 in its currency, over a page, for whoever opens it. */
public final class PaymentFixture {

    private final Sandbox sandbox;
    private final SalesUnitClient unit;
    private final String currency;
    private final String reference = "page-" + UUID.randomUUID();
    private final List<String> more = new ArrayList<>();
    private String method = "WALLET";
    private String flow = "WEB_REDIRECT";
    private String returnUrl;

    /** A payment, by the reference of the sales unit and the token of its page. */
    public record Created(SalesUnitClient unit, String reference, URI redirectUrl) {

        public String token() {
            return redirectUrl.getPath().split("/")[2];
        }

        public String path() {
            return "/pay/" + token();
        }

        /** Where it stands, as the sales unit is told. */
        public String state() {
            return unit.get("/epayment/v1/payments/" + reference)
                    .json()
                    .get("state")
                    .asText();
        }

        public String id() {
            return unit.get("/epayment/v1/payments/" + reference)
                    .json()
                    .get("pspReference")
                    .asText();
        }
    }

    /** @param country dk, fi or no: whose sales unit it is */
    public PaymentFixture(Sandbox sandbox, String country) {
        this.sandbox = sandbox;
        this.unit = new SalesUnitClient(sandbox::uri, country);
        this.currency = switch (country) {
            case "dk" -> "DKK";
            case "fi" -> "EUR";
            default -> "NOK";
        };
        this.returnUrl = sandbox.uri("/mock?order=" + reference).toString();
    }

    public PaymentFixture to(String number) {
        return with("\"customer\": {\"phoneNumber\": \"" + number.replace("+", "") + "\"}");
    }

    public PaymentFixture returningTo(String url) {
        returnUrl = url;
        return this;
    }

    public PaymentFixture describedAs(String words) {
        return with("\"paymentDescription\": \"" + words + "\"");
    }

    public PaymentFixture askingFor(String scopes) {
        return with("\"profile\": {\"scope\": \"" + scopes + "\"}");
    }

    public PaymentFixture byCard() {
        method = "CARD";
        return this;
    }

    public PaymentFixture asCode(String format) {
        flow = "QR";
        return with("\"qrFormat\": " + format);
    }

    public PaymentFixture over(String otherFlow) {
        flow = otherFlow;
        return this;
    }

    /** With two lines that make up the amount. */
    public PaymentFixture withReceipt() {
        return with(
                """
                "receipt": {"orderLines": [
                 {"name": "Wool socks", "id": "socks", "totalAmount": 19900, "totalAmountExcludingTax": 15920,
                  "totalTaxAmount": 3980, "taxRate": 2500,
                  "unitInfo": {"unitPrice": 9950, "quantity": "2", "quantityUnit": "PCS"}},
                 {"name": "Delivery <b>home</b>", "id": "delivery", "totalAmount": 5000, "totalAmountExcludingTax": 4000,
                  "totalTaxAmount": 1000, "taxRate": 2500, "isShipping": true}],
                 "bottomLine": {"currency": "%s"}}"""
                        .formatted(currency));
    }

    /** Adds this to the JSON of the request. */
    public PaymentFixture with(String json) {
        more.add(json);
        return this;
    }

    /** Creates it. */
    public Created created() {
        var body =
                """
                {"amount": {"currency": "%s", "value": 24900}, "paymentMethod": {"type": "%s"}, "reference": "%s",
                 "returnUrl": "%s", "userFlow": "%s"%s}"""
                        .formatted(
                                currency,
                                method,
                                reference,
                                returnUrl,
                                flow,
                                more.isEmpty() ? "" : ", " + String.join(", ", more));
        var reply = unit.send("POST", "/epayment/v1/payments", body, "Idempotency-Key", reference.substring(5));
        assertThat(reply.status()).as(reply.body()).isEqualTo(201);
        var redirect = reply.json().path("redirectUrl").asText();
        return new Created(unit, reference, URI.create(redirect));
    }
}
