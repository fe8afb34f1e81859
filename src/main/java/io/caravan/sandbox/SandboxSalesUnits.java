package io.caravan.sandbox;

import io.caravan.core.access.SecretHash;
import io.caravan.core.access.Subscription;
import io.caravan.core.merchant.MerchantId;
import io.caravan.core.payer.Phone;
import io.caravan.core.profile.Profile.Home;
import io.caravan.core.salesunit.SalesUnit;
import io.caravan.core.salesunit.SalesUnitSettings;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.context.annotation.Profile;

/** The sandbox's sales units, and payers whom they may ask for more than money, as sandbox/sales-units.yml says. */
@Profile("sandbox")
@ConfigurationProperties("caravan.sandbox.epayment")
public record SandboxSalesUnits(@DefaultValue List<UnitEntry> salesUnits, @DefaultValue List<ProfileEntry> profiles) {

    /** A sales unit and its two keys. */
    public record UnitEntry(
            String msn,
            UUID merchant,
            String name,
            String key,
            String otherKey,
            @DefaultValue("true") boolean test,
            @DefaultValue("true") boolean pushMessage,
            boolean directCapture,
            @DefaultValue("60d") Duration longLiving,
            boolean longLivingNeedsReceipt,
            @DefaultValue("true") boolean nationalIdentity) {}

    /** The profile of a wallet user who has a row. */
    public record ProfileEntry(
            String phone,
            String givenName,
            String familyName,
            String email,
            String birthDate,
            String street,
            String postalCode,
            String city,
            String country) {}

    /** Tells of each profile. */
    public void forEachProfile(Consumer<io.caravan.core.profile.Profile> enroll) {
        profiles.stream().map(SandboxSalesUnits::profile).forEach(enroll);
    }

    private static io.caravan.core.profile.Profile profile(ProfileEntry entry) {
        return new io.caravan.core.profile.Profile(
                SandboxPayers.byRule(new Phone(entry.phone())).id(),
                entry.givenName(),
                entry.familyName(),
                entry.email(),
                LocalDate.parse(entry.birthDate()),
                Optional.of(new Home(entry.street(), entry.postalCode(), entry.city(), entry.country())),
                Optional.empty());
    }

    /** Tells of each sales unit. */
    public void forEach(Consumer<Subscription> enroll) {
        salesUnits.stream().map(SandboxSalesUnits::subscription).forEach(enroll);
    }

    private static Subscription subscription(UnitEntry entry) {
        var settings = new SalesUnitSettings(
                entry.test(),
                entry.pushMessage(),
                entry.directCapture(),
                entry.longLiving(),
                entry.longLivingNeedsReceipt(),
                entry.nationalIdentity());
        return new Subscription(
                new SalesUnit(entry.msn(), new MerchantId(entry.merchant()), entry.name(), settings),
                SecretHash.of(entry.key()),
                SecretHash.of(entry.otherKey()));
    }
}
