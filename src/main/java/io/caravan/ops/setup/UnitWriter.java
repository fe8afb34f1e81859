package io.caravan.ops.setup;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.caravan.core.partner.Presets;
import io.caravan.core.setup.PartnerTerms;
import io.caravan.core.setup.UnitTerms;
import java.util.TreeMap;

/** Writes sales units and partners, as {@link UnitReader} reads them. */
final class UnitWriter {

    private UnitWriter() {}

    static ObjectNode salesUnit(UnitTerms terms) {
        var settings = terms.unit().settings();
        return SetupWriter.object()
                .put("msn", terms.unit().msn())
                .put("name", terms.unit().name())
                .put("test", settings.test())
                .put("pushMessage", settings.pushMessage())
                .put("directCapture", settings.directCapture())
                .put("longLiving", settings.longLiving().toString())
                .put("longLivingNeedsReceipt", settings.longLivingNeedsReceipt())
                .put("nationalIdentity", settings.nationalIdentity());
    }

    static ObjectNode partner(PartnerTerms terms) {
        var node = SetupWriter.object()
                .put("number", terms.id())
                .put("issuer", terms.issuer().toString());
        if (!terms.settings().providers().isEmpty()) {
            var providers = node.putObject("providers");
            new TreeMap<>(terms.settings().providers()).forEach((name, channel) -> providers.put(name, channel.text()));
        }
        presets(node, terms.settings().presets());
        if (!terms.campaigns().isEmpty()) {
            var campaigns = node.putArray("campaigns");
            terms.campaigns().forEach(campaign -> {
                var one = campaigns.addObject().put("number", campaign.id());
                presets(one, campaign.presets());
            });
        }
        return node;
    }

    private static void presets(ObjectNode parent, Presets presets) {
        var node = SetupWriter.object();
        presets.returnUrl().ifPresent(url -> node.put("returnUrl", url));
        presets.statusCallbackUrl().ifPresent(url -> node.put("statusCallbackUrl", url));
        presets.smsStatusCallbackUrl().ifPresent(url -> node.put("smsStatusCallbackUrl", url));
        presets.smsNotificationOriginator().ifPresent(name -> node.put("originator", name));
        presets.smsNotificationText().ifPresent(text -> node.put("smsText", text));
        presets.smsReceiptText().ifPresent(text -> node.put("smsReceiptText", text));
        presets.shortCode().ifPresent(code -> node.put("shortCode", code));
        presets.currency().ifPresent(currency -> node.put("currency", currency));
        presets.reminder().ifPresent(reminder -> node.put("reminder", reminder));
        if (!node.isEmpty()) {
            parent.set("presets", node);
        }
    }
}
