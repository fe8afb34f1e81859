package io.caravan.sandbox;

import io.caravan.core.access.CheckoutKey;
import io.caravan.core.access.Enrollment.Hook;
import io.caravan.core.dialect.Dialect;
import io.caravan.core.merchant.MerchantId;
import io.caravan.core.money.Money;
import io.caravan.core.notice.Channel;
import io.caravan.core.paymentinvoice.Field;
import io.caravan.core.paymentinvoice.Service;
import io.caravan.core.paymentinvoice.ServiceKind;
import java.math.BigDecimal;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.context.annotation.Profile;

/** The sandbox's ways to pay, and the keys of its commerce accounts, as sandbox/payment-invoices.yml says. */
@Profile("sandbox")
@ConfigurationProperties("caravan.sandbox.payment-invoices")
public record SandboxPaymentInvoices(
        @DefaultValue List<AccountEntry> accounts, @DefaultValue List<ServiceEntry> services) {

    /**
     * A commerce account, where its merchant hears of payment invoices, and where payers go after the checkout.
     *
     * @param testPublicKey for links in test mode
     * @param livePublicKey for all others
     */
    public record AccountEntry(
            String id,
            UUID merchant,
            String testKey,
            String liveKey,
            String testPublicKey,
            String livePublicKey,
            String returnUrl,
            String callbacks) {

        private Stream<CheckoutKey> checkoutKeys() {
            return Stream.of(
                    new CheckoutKey(testPublicKey, id, true, Optional.of(returnUrl)),
                    new CheckoutKey(livePublicKey, id, false, Optional.of(returnUrl)));
        }
    }

    /** A way to pay. */
    public record ServiceEntry(
            String code,
            String method,
            String logo,
            ServiceKind kind,
            String currency,
            BigDecimal smallest,
            BigDecimal largest,
            @DefaultValue("bank") String provider,
            boolean asksProvider,
            @DefaultValue("true") boolean confirmationRequired,
            @DefaultValue List<FieldEntry> fields,
            @DefaultValue List<FieldEntry> confirmation,
            @DefaultValue Map<String, String> details) {

        private Service service() {
            var money = Currency.getInstance(currency);
            return new Service(
                    code,
                    method,
                    Optional.ofNullable(logo),
                    kind,
                    money,
                    Money.of(smallest, money),
                    Money.of(largest, money),
                    fields.stream().map(FieldEntry::field).toList(),
                    confirmation.stream().map(FieldEntry::field).toList(),
                    confirmationRequired,
                    kind == ServiceKind.CARD_PAGE ? Channel.PSP.text() : provider,
                    asksProvider,
                    new LinkedHashMap<>(details));
        }
    }

    /** A field that a merchant or a payer fills in. */
    public record FieldEntry(
            String key, @DefaultValue("true") boolean required, String regexp, @DefaultValue("text") String type) {

        private Field field() {
            return new Field(key, required, regexp, type);
        }
    }

    /** The ways to pay, in the core's words. */
    public Stream<Service> inWords() {
        return services.stream().map(ServiceEntry::service);
    }

    /** What stands in links to the checkout. */
    public Stream<CheckoutKey> checkoutKeys() {
        return accounts.stream().flatMap(AccountEntry::checkoutKeys);
    }

    /** Where merchants hear of payment invoices. */
    public List<Hook> hooks() {
        return accounts.stream()
                .map(account ->
                        new Hook(new MerchantId(account.merchant()), Dialect.PAYMENTINVOICES, account.callbacks(), ""))
                .toList();
    }
}
