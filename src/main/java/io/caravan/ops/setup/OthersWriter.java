package io.caravan.ops.setup;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.caravan.core.paymentinvoice.Field;
import io.caravan.core.paymentinvoice.Service;
import io.caravan.core.paymentinvoice.ServiceKind;
import io.caravan.core.profile.Profile;
import io.caravan.core.setup.OperatorTerms;
import io.caravan.core.setup.PayerTerms;
import java.util.List;
import java.util.Locale;

/** Writes what belongs to no merchant, as {@link OthersReader} reads it. */
final class OthersWriter {

    private OthersWriter() {}

    static ObjectNode service(Service service) {
        var node = SetupWriter.object()
                .put("code", service.code())
                .put("method", service.method())
                .put("kind", service.kind().name().toLowerCase(Locale.ROOT).replace('_', '-'))
                .put("currency", service.currency().getCurrencyCode())
                .put("smallest", service.smallest().amount())
                .put("largest", service.largest().amount());
        service.logo().ifPresent(logo -> node.put("logo", logo));
        fields(node, "fields", service.fields());
        fields(node, "confirmation", service.confirmation());
        node.put("confirmationRequired", service.confirmationRequired()).put("asksProvider", service.asksProvider());
        if (service.kind() != ServiceKind.CARD_PAGE) {
            node.put("provider", service.provider());
        }
        if (!service.details().isEmpty()) {
            var details = node.putObject("details");
            service.details().forEach(details::put);
        }
        return node;
    }

    private static void fields(ObjectNode parent, String name, List<Field> fields) {
        if (!fields.isEmpty()) {
            var nodes = parent.putArray(name);
            fields.forEach(field -> nodes.addObject()
                    .put("key", field.key())
                    .put("required", field.required())
                    .put("regexp", field.regexp())
                    .put("type", field.type()));
        }
    }

    static ObjectNode payer(PayerTerms terms) {
        var payer = terms.payer();
        var node = SetupWriter.object()
                .put("phone", payer.phone().number())
                .put("id", payer.id().toString())
                .put("name", payer.name())
                .put("blocked", payer.blocked())
                .put("card", payer.card().toString());
        terms.profile().ifPresent(profile -> node.set("profile", profile(profile)));
        return node;
    }

    private static ObjectNode profile(Profile profile) {
        var node = SetupWriter.object()
                .put("givenName", profile.givenName())
                .put("familyName", profile.familyName())
                .put("email", profile.email())
                .put("birthDate", profile.birthDate().toString());
        profile.home().ifPresent(home -> node.putObject("home")
                .put("street", home.street())
                .put("postalCode", home.postalCode())
                .put("city", home.city())
                .put("country", home.country()));
        profile.nin().ifPresent(nin -> node.put("nationalIdentityNumber", nin));
        return node;
    }

    static ObjectNode operator(OperatorTerms terms) {
        var node = SetupWriter.object().put("name", terms.name());
        terms.role().ifPresent(role -> node.put("role", role.text()));
        terms.enabled().ifPresent(enabled -> node.put("enabled", enabled));
        return node;
    }
}
