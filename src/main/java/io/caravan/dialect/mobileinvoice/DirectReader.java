package io.caravan.dialect.mobileinvoice;

import io.caravan.core.dialect.RequestKey;
import io.caravan.core.notice.Channel;
import io.caravan.core.partner.PartnerDetails;
import io.caravan.core.partner.PartnerUrls;
import io.caravan.core.payer.Phone;
import io.caravan.core.payment.Confirmation;
import io.caravan.core.payment.PhoneBill;
import io.caravan.core.pretransaction.DirectRequest;
import io.caravan.core.pretransaction.PreTransactionDraft;
import io.caravan.core.pretransaction.Terms;
import io.caravan.core.template.Template;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads a transaction that is to begin at once. */
final class DirectReader {

    private static final int PROVIDER = 32;
    private static final int ENTITY = 40;
    private static final Set<String> CONFIRMATIONS = Set.of("REPLY", "PIN");
    private static final int DESCRIPTION = 500;

    private final Fields fields;
    private final PartnerDetails caller;

    DirectReader(Fields fields, PartnerDetails caller) {
        this.fields = fields;
        this.caller = caller;
    }

    /**
     * The transaction.
     *
     * @throws io.caravan.core.problem.InvalidInput all that is wrong with its fields
     */
    DirectRequest read(Optional<RequestKey> key) {
        PreTransactionReader.checkPartner(fields, caller);
        PreTransactionReader.refuseWhatIsNotOffered(fields);
        var amount = PreTransactionReader.amount(fields);
        var provider = provider();
        var bill = provider.map(caller.partner().settings().providers()::get)
                .filter(channel -> channel == Channel.CARRIER)
                .flatMap(channel -> bill());
        var returnUrl = url("returnUrl", false);
        var callbackUrl = url("statusCallbackUrl", true);
        var reference = fields.text("referenceId", PreTransactionReader.ID);
        var terms = terms(provider, returnUrl, callbackUrl);
        fields.refuseIfAny();
        var draft = new PreTransactionDraft(
                caller.partner(),
                amount.orElseThrow(),
                bill.map(PhoneBill::phone),
                reference,
                Optional.empty(),
                Optional.empty(),
                terms);
        return new DirectRequest(
                caller.merchant(), StatusCallbacks.withoutUsers(draft), bill, StatusCallbacks.of(draft), key);
    }

    private Optional<String> provider() {
        var name = fields.required("paymentProvider", fields.text("paymentProvider", PROVIDER))
                .map(text -> text.strip().toLowerCase(Locale.ROOT));
        var channel = name.map(caller.partner().settings().providers()::get);
        if (name.isPresent() && channel.isEmpty()) {
            fields.wrong("paymentProvider", "must be one of those that payment-providers lists");
        } else if (channel.filter(known -> known == Channel.PUSH).isPresent()) {
            fields.wrong("paymentProvider", "cannot be begun without a page; send a pre-transaction");
        }
        return name;
    }

    /** Whose phone it is, and how its owner agrees: by a reply unless the partner says that it takes the PIN. */
    private Optional<PhoneBill> bill() {
        var name = fields.has("paymentEntity") ? "paymentEntity" : "msisdn";
        var text = fields.text(name, ENTITY);
        var phone = text.flatMap(number -> Phone.parse(number, caller.merchant().country()));
        if (!fields.has(name)) {
            fields.wrong("paymentEntity", "is required: the phone, as +4791234567");
        } else if (text.isPresent() && phone.isEmpty()) {
            fields.wrong(name, "must be a phone number, as +4791234567");
        }
        var confirmation = fields.text("confirmation", PROVIDER).map(word -> word.toUpperCase(Locale.ROOT));
        if (confirmation.filter(word -> !CONFIRMATIONS.contains(word)).isPresent()) {
            fields.wrong("confirmation", "must be reply or pin");
            return Optional.empty();
        }
        return phone.map(known ->
                new PhoneBill(known, confirmation.map(Confirmation::valueOf).orElse(Confirmation.REPLY)));
    }

    private Terms terms(Optional<String> provider, Optional<String> returnUrl, Optional<String> callbackUrl) {
        var presets = caller.partner().settings().presets();
        return new Terms(
                provider.map(List::of).orElse(List.of()),
                Optional.empty(),
                fields.text("description", DESCRIPTION),
                PreTransactionReader.ocr(fields),
                returnUrl.or(presets::returnUrl),
                callbackUrl.or(presets::statusCallbackUrl),
                Optional.empty(),
                presets.smsNotificationOriginator(),
                Optional.empty(),
                Optional.empty(),
                presets.smsReceiptText(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                false,
                false,
                false,
                Map.of());
    }

    private Optional<String> url(String name, boolean callback) {
        var url = fields.text(name, PartnerUrls.LONGEST);
        var template = url.map(Template::of);
        template.map(known -> Properties.unknown(known, Map.of()))
                .filter(unknown -> !unknown.isEmpty())
                .ifPresent(unknown -> fields.wrong(name, "has unknown properties: " + String.join(", ", unknown)));
        if (template.filter(known -> callback ? !PartnerUrls.isEndpoint(known) : !PartnerUrls.isRedirect(known))
                .isPresent()) {
            fields.wrong(name, callback ? PartnerUrls.NO_ENDPOINT : PartnerUrls.NO_REDIRECT);
        }
        return url;
    }
}
