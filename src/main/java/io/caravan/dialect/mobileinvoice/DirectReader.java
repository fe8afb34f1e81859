package io.caravan.dialect.mobileinvoice;

import io.caravan.core.dialect.RequestKey;
import io.caravan.core.notice.Channel;
import io.caravan.core.partner.PartnerDetails;
import io.caravan.core.pretransaction.DirectRequest;
import io.caravan.core.pretransaction.PreTransactionDraft;
import io.caravan.core.pretransaction.Terms;
import io.caravan.core.template.Template;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Reads a transaction that is to begin at once. */
final class DirectReader {

    private static final int PROVIDER = 32;
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
        var amount = PreTransactionReader.amount(fields);
        var provider = provider();
        var returnUrl = url("returnUrl", false);
        var callbackUrl = url("statusCallbackUrl", true);
        var reference = fields.text("referenceId", PreTransactionReader.ID);
        var terms = terms(provider, returnUrl, callbackUrl);
        fields.refuseIfAny();
        var draft = new PreTransactionDraft(
                caller.partner(),
                amount.orElseThrow(),
                Optional.empty(),
                reference,
                Optional.empty(),
                Optional.empty(),
                terms);
        return new DirectRequest(
                caller.merchant(), StatusCallbacks.withoutUsers(draft), StatusCallbacks.of(draft), key);
    }

    private Optional<String> provider() {
        var name = fields.required("paymentProvider", fields.text("paymentProvider", PROVIDER))
                .map(text -> text.strip().toLowerCase(Locale.ROOT));
        var channel = name.map(caller.partner().settings().providers()::get);
        if (name.isPresent() && channel.isEmpty()) {
            fields.wrong("paymentProvider", "must be one of those that payment-providers lists");
        } else if (channel.filter(known -> known != Channel.PSP).isPresent()) {
            fields.wrong("paymentProvider", "cannot be begun without a page; send a pre-transaction");
        }
        return name;
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
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                false,
                false,
                false,
                Map.of());
    }

    private Optional<String> url(String name, boolean callback) {
        var url = fields.text(name, Urls.LONGEST);
        var template = url.map(Template::of);
        template.map(known -> Properties.unknown(known, Map.of()))
                .filter(unknown -> !unknown.isEmpty())
                .ifPresent(unknown -> fields.wrong(name, "has unknown properties: " + String.join(", ", unknown)));
        if (template.filter(known -> callback ? !Urls.isEndpoint(known) : !Urls.isRedirect(known))
                .isPresent()) {
            fields.wrong(name, "must be an absolute URL, with properties after its host only");
        }
        return url;
    }
}
