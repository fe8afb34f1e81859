package io.caravan.support;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;

/** Links of the Danish sandbox merchant's second issuer. */
public final class SandboxLinks {

    public static final String ISSUER = "6bb6aff1-b88b-455a-a0ad-c4d1fec2e5d7";

    private SandboxLinks() {}

    /** A link that nobody has opened yet, due today. */
    public static String aLink(Sandbox sandbox) {
        var link = MerchantClient.link(UUID.randomUUID().toString(), "https://shop.example/thanks")
                .replace(MerchantClient.ISSUER, ISSUER)
                .replace("\"TotalAmount\"", "\"InvoiceUrl\": \"https://shop.example/invoices/301\", \"TotalAmount\"");
        var reply = new MerchantClient(sandbox::uri).post("/invoices/link", link);
        assertThat(reply.status()).as(reply.body()).isEqualTo(202);
        return reply.json().get("InvoiceId").asText();
    }
}
