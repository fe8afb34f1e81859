package io.caravan.dialect.mobileinvoice;

import com.fasterxml.jackson.databind.JsonNode;
import io.caravan.core.callback.EndpointRequest;
import io.caravan.core.dialect.Dialect;
import io.caravan.core.merchant.MerchantId;
import io.caravan.core.partner.PartnerUrls;
import io.caravan.core.template.Template;

/** Reads where a partner wants to hear of everything. */
final class WebhookReader {

    private WebhookReader() {}

    static EndpointRequest read(JsonNode json, MerchantId merchant) {
        var fields = new Fields(json);
        var url = fields.required("url", fields.text("url", PartnerUrls.LONGEST));
        if (url.filter(text -> text.contains("{{") || !PartnerUrls.isEndpoint(Template.of(text)))
                .isPresent()) {
            fields.wrong("url", "must be an absolute http or https URL");
        }
        fields.refuseIfAny();
        return EndpointRequest.withUserInfo(merchant, Dialect.MOBILEINVOICE, url.orElseThrow());
    }
}
