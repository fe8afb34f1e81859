package io.caravan.ops.setup;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.caravan.core.merchant.MerchantId;
import io.caravan.core.setup.MerchantTerms;
import io.caravan.core.setup.Setup;
import io.caravan.core.setup.ThingKind;
import io.caravan.core.setup.Wanted;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;

/** Writes a setup as {@link SetupReader} reads it, without what is secret. */
final class SetupWriter {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private SetupWriter() {}

    /** All of it. */
    static ObjectNode write(Setup setup) {
        var root = JSON.objectNode();
        add(root, "merchants", setup.merchants(), terms -> merchant(terms, setup));
        var wallets = setup.clients().stream()
                .filter(client -> client.thing().merchant().isEmpty())
                .toList();
        add(root, "wallets", wallets, MerchantWriter::client);
        add(root, "services", setup.services(), OthersWriter::service);
        add(root, "payers", setup.payers(), OthersWriter::payer);
        add(root, "operators", setup.operators(), OthersWriter::operator);
        plain(root);
        return root;
    }

    /** The first thing of this kind, of which there is one. */
    static ObjectNode write(ThingKind kind, Setup setup) {
        var node = thing(kind, setup);
        plain(node);
        return node;
    }

    private static ObjectNode thing(ThingKind kind, Setup setup) {
        return switch (kind) {
            case MERCHANT -> MerchantWriter.merchant(first(setup.merchants()));
            case ISSUER -> MerchantWriter.issuer(first(setup.issuers()));
            case CALLBACKS -> MerchantWriter.hook(first(setup.hooks()));
            case CLIENT, WALLET -> MerchantWriter.client(first(setup.clients()));
            case ACCOUNT -> MerchantWriter.account(first(setup.accounts()));
            case SALES_UNIT -> UnitWriter.salesUnit(first(setup.salesUnits()));
            case PARTNER -> UnitWriter.partner(first(setup.partners()));
            case SERVICE -> OthersWriter.service(first(setup.services()));
            case PAYER -> OthersWriter.payer(first(setup.payers()));
            case OPERATOR -> OthersWriter.operator(first(setup.operators()));
        };
    }

    /** No text in it names a setting, whatever somebody is called. */
    private static void plain(JsonNode node) {
        if (node instanceof ObjectNode object) {
            object.properties().forEach(field -> {
                if (field.getValue().isTextual()) {
                    field.setValue(
                            JSON.textNode(SetupFaults.plain(field.getValue().textValue())));
                }
            });
        }
        node.forEach(SetupWriter::plain);
    }

    private static ObjectNode merchant(MerchantTerms terms, Setup setup) {
        var id = terms.merchant().id();
        var node = MerchantWriter.merchant(terms);
        add(node, "issuers", of(setup.issuers(), id, issuer -> issuer.merchant()), MerchantWriter::issuer);
        add(node, "callbacks", of(setup.hooks(), id, hook -> hook.merchant()), MerchantWriter::hook);
        add(node, "clients", of(setup.clients(), id, client -> client.merchant().orElse(null)), MerchantWriter::client);
        add(node, "accounts", of(setup.accounts(), id, account -> account.merchant()), MerchantWriter::account);
        add(node, "salesUnits", of(setup.salesUnits(), id, unit -> unit.unit().merchant()), UnitWriter::salesUnit);
        of(setup.partners(), id, partner -> partner.merchant())
                .forEach(partner -> node.set("partner", UnitWriter.partner(partner.thing())));
        return node;
    }

    private static <T> List<Wanted<T>> of(List<Wanted<T>> all, MerchantId merchant, Function<T, MerchantId> owner) {
        return all.stream()
                .filter(wanted -> Objects.equals(owner.apply(wanted.thing()), merchant))
                .toList();
    }

    private static <T> T first(List<Wanted<T>> things) {
        return things.get(0).thing();
    }

    private static <T> void add(ObjectNode node, String name, List<Wanted<T>> things, Function<T, JsonNode> write) {
        if (!things.isEmpty()) {
            node.set(name, list(things.stream().map(Wanted::thing).map(write).toList()));
        }
    }

    static ArrayNode list(List<? extends JsonNode> nodes) {
        return JSON.arrayNode().addAll(nodes);
    }

    static ObjectNode object() {
        return JSON.objectNode();
    }
}
