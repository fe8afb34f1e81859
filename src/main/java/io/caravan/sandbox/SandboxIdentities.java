package io.caravan.sandbox;

import io.caravan.core.access.Client;
import io.caravan.core.access.CommerceAccount;
import io.caravan.core.access.Enrollment;
import io.caravan.core.access.Scope;
import io.caravan.core.access.SecretHash;
import io.caravan.core.dialect.Dialect;
import io.caravan.core.merchant.Issuer;
import io.caravan.core.merchant.IssuerId;
import io.caravan.core.merchant.Merchant;
import io.caravan.core.merchant.MerchantId;
import io.caravan.core.payer.Payer;
import io.caravan.core.payer.Phone;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.util.Base64;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.context.annotation.Profile;

/** Who takes part in the sandbox, as sandbox/identities.yml says. */
@Profile("sandbox")
@ConfigurationProperties("caravan.sandbox")
public record SandboxIdentities(
        @DefaultValue List<MerchantEntry> merchants,
        SecretEntry wallet,
        @DefaultValue List<PayerEntry> payers,
        @DefaultValue List<PhoneRange> ranges) {

    /** A merchant with what is its own. */
    public record MerchantEntry(
            UUID id,
            String name,
            String country,
            String currency,
            String zone,
            String vatNumber,
            String callbackSecret,
            HookEntry callbacks,
            SecretEntry client,
            SecretEntry account,
            @DefaultValue List<IssuerEntry> issuers) {}

    /** Where callbacks go until the merchant says otherwise. */
    public record HookEntry(String url, String user, String password) {}

    /** A client or a commerce account, and its secret or key. */
    public record SecretEntry(String id, String secret) {}

    /** An issuer; unless it says otherwise, it is enabled and has an account. */
    public record IssuerEntry(
            UUID id,
            String name,
            String street,
            String zipCode,
            String city,
            @DefaultValue("enabled") String status,
            @DefaultValue("true") boolean payoutAccount) {}

    /** A wallet user with a row of its own. */
    public record PayerEntry(String phone, @DefaultValue("") String name, boolean blocked) {}

    /** Everybody above, in the core's words. */
    public Enrollment enrollment() {
        return new Enrollment(
                merchants.stream().map(SandboxIdentities::merchant).toList(),
                merchants.stream().flatMap(SandboxIdentities::issuers).toList(),
                Stream.concat(merchants.stream().map(SandboxIdentities::client), Stream.of(walletClient()))
                        .toList(),
                merchants.stream().map(SandboxIdentities::account).toList(),
                payers.stream().map(SandboxIdentities::payer).toList(),
                merchants.stream().map(SandboxIdentities::hook).toList());
    }

    private static Enrollment.Account merchant(MerchantEntry entry) {
        var merchant = new Merchant(
                new MerchantId(entry.id()),
                entry.name(),
                entry.country(),
                Currency.getInstance(entry.currency()),
                ZoneId.of(entry.zone()),
                entry.vatNumber(),
                true);
        return new Enrollment.Account(merchant, entry.callbackSecret());
    }

    private static Stream<Issuer> issuers(MerchantEntry merchant) {
        return merchant.issuers().stream()
                .map(entry -> new Issuer(
                        new IssuerId(entry.id()),
                        new MerchantId(merchant.id()),
                        entry.name(),
                        new Issuer.Address(entry.street(), entry.zipCode(), entry.city()),
                        Issuer.Status.valueOf(entry.status().toUpperCase(Locale.ROOT)),
                        entry.payoutAccount()));
    }

    private static Client client(MerchantEntry merchant) {
        return new Client(
                merchant.client().id(),
                SecretHash.of(merchant.client().secret()),
                Optional.of(new MerchantId(merchant.id())),
                Set.of(Scope.INVOICE));
    }

    private static CommerceAccount account(MerchantEntry merchant) {
        return new CommerceAccount(
                merchant.account().id(), SecretHash.of(merchant.account().secret()), new MerchantId(merchant.id()));
    }

    private Client walletClient() {
        return new Client(wallet.id(), SecretHash.of(wallet.secret()), Optional.empty(), Set.of(Scope.CONSUMER));
    }

    private static Payer payer(PayerEntry entry) {
        var payer = SandboxPayers.byRule(new Phone(entry.phone()));
        var name = entry.name().isEmpty() ? payer.name() : entry.name();
        return new Payer(payer.id(), payer.phone(), name, entry.blocked(), payer.card());
    }

    private static Enrollment.Hook hook(MerchantEntry entry) {
        var credential = entry.callbacks().user() + ":" + entry.callbacks().password();
        return new Enrollment.Hook(
                new MerchantId(entry.id()),
                Dialect.MOBILEPAY,
                entry.callbacks().url(),
                "Basic " + Base64.getEncoder().encodeToString(credential.getBytes(StandardCharsets.UTF_8)));
    }
}
