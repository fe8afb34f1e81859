package io.caravan.dialect.mobileinvoice;

import io.caravan.core.notice.Channel;
import io.caravan.core.partner.Campaign;
import io.caravan.core.partner.PartnerDetails;
import io.caravan.json.StrictJson;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;

/** Writes what a partner has agreed on. */
final class PartnerWriter {

    private PartnerWriter() {}

    static byte[] campaigns(PartnerDetails partner) {
        return StrictJson.bytes(
                partner.campaigns().stream().map(PartnerWriter::campaign).toList());
    }

    private static Map<String, Object> campaign(Campaign campaign) {
        var presets = campaign.presets();
        var body = new LinkedHashMap<String, Object>();
        body.put("campaignId", campaign.id());
        body.put("returnUrl", presets.returnUrl().orElse(null));
        body.put("statusCallbackUrl", presets.statusCallbackUrl().orElse(null));
        body.put("smsStatusCallbackUrl", presets.smsStatusCallbackUrl().orElse(null));
        body.put(
                "smsNotificationOriginator", presets.smsNotificationOriginator().orElse(null));
        body.put("smsNotificationText", presets.smsNotificationText().orElse(null));
        body.put("smsReceiptText", presets.smsReceiptText().orElse(null));
        body.put("shortCode", presets.shortCode().orElse(null));
        body.put("currency", presets.currency().orElse(null));
        return body;
    }

    static byte[] providers(PartnerDetails partner) {
        return StrictJson.bytes(new TreeMap<>(partner.partner().settings().providers())
                .entrySet().stream()
                        .map(entry -> Map.of("name", entry.getKey(), "type", type(entry.getValue())))
                        .toList());
    }

    /** What kind of payment goes over this channel. */
    static String type(Channel channel) {
        return switch (channel) {
            case PSP -> "card";
            case CARRIER -> "phone";
            case PUSH, SMS, BANK -> "wallet";
        };
    }
}
