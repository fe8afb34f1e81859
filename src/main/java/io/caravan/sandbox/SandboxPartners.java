package io.caravan.sandbox;

import io.caravan.core.merchant.IssuerId;
import io.caravan.core.merchant.MerchantId;
import io.caravan.core.notice.Channel;
import io.caravan.core.partner.Campaign;
import io.caravan.core.partner.Partner;
import io.caravan.core.partner.PartnerSettings;
import io.caravan.core.partner.Presets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiConsumer;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.context.annotation.Profile;

/** The sandbox's partners of the Mobile Invoice API, as sandbox/partners.yml says. */
@Profile("sandbox")
@ConfigurationProperties("caravan.sandbox.mobile-invoice")
public record SandboxPartners(
        @DefaultValue List<PartnerEntry> partners,
        @DefaultValue Map<String, Channel> providers,
        @DefaultValue List<CampaignEntry> campaigns) {

    /** A partner. */
    public record PartnerEntry(
            int id,
            UUID merchant,
            UUID issuer,
            String key,
            String originator,
            String currency,
            String statusCallbackUrl) {}

    /** A campaign that each partner has. */
    public record CampaignEntry(int id, String smsText, String smsReceiptText, boolean reminder) {}

    /** Tells of each partner and its campaigns. */
    public void forEach(BiConsumer<Partner, List<Campaign>> enroll) {
        partners.forEach(partner -> enroll.accept(
                partner(partner),
                campaigns.stream().map(entry -> campaign(partner, entry)).toList()));
    }

    private Partner partner(PartnerEntry entry) {
        var presets = new Presets(
                Optional.empty(),
                Optional.ofNullable(entry.statusCallbackUrl()),
                Optional.empty(),
                Optional.of(entry.originator()),
                Optional.of("Pay here: {{paymentSelectionPageUrl}}"),
                Optional.empty(),
                Optional.empty(),
                Optional.of(entry.currency()),
                Optional.of(false));
        return new Partner(
                entry.id(),
                new MerchantId(entry.merchant()),
                new IssuerId(entry.issuer()),
                Base64.getDecoder().decode(entry.key()),
                new PartnerSettings(providers, presets));
    }

    private static Campaign campaign(PartnerEntry partner, CampaignEntry entry) {
        return new Campaign(
                entry.id(),
                new Presets(
                        Optional.empty(),
                        Optional.ofNullable(partner.statusCallbackUrl()),
                        Optional.empty(),
                        Optional.of(partner.originator()),
                        Optional.of(entry.smsText()),
                        Optional.of(entry.smsReceiptText()),
                        Optional.empty(),
                        Optional.of(partner.currency()),
                        Optional.of(entry.reminder())));
    }
}
