package io.caravan.ops.setup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.caravan.core.merchant.MerchantId;
import io.caravan.core.problem.InvalidInput;
import io.caravan.core.setup.ThingKind;
import io.caravan.core.setup.ThingName;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Forms ask for what a setup knows, and for nothing else. */
class SettingGroupTests {

    private static final Map<ThingKind, String> WHERE = Map.ofEntries(
            Map.entry(ThingKind.MERCHANT, "/merchants/0"),
            Map.entry(ThingKind.ISSUER, "/merchants/0/issuers/0"),
            Map.entry(ThingKind.CALLBACKS, "/merchants/0/callbacks/0"),
            Map.entry(ThingKind.CLIENT, "/merchants/0/clients/0"),
            Map.entry(ThingKind.ACCOUNT, "/merchants/0/accounts/0"),
            Map.entry(ThingKind.SALES_UNIT, "/merchants/0/salesUnits/0"),
            Map.entry(ThingKind.PARTNER, "/merchants/0/partner"),
            Map.entry(ThingKind.WALLET, "/wallets/0"),
            Map.entry(ThingKind.SERVICE, "/services/0"),
            Map.entry(ThingKind.PAYER, "/payers/0"),
            Map.entry(ThingKind.OPERATOR, "/operators/0"));

    /** What of a merchant has forms of its own. */
    private static final List<String> PARTS =
            List.of("issuers", "callbacks", "clients", "accounts", "salesUnits", "partner");

    @ParameterizedTest
    @EnumSource
    void whateverTheExampleSaysComesBackFromAForm(ThingKind kind) throws IOException {
        var example = new ObjectMapper()
                .enable(com.fasterxml.jackson.databind.DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
                .readTree(Path.of("docs/examples/setup.json").toFile())
                .at(WHERE.get(kind));
        var thing =
                kind == ThingKind.MERCHANT ? ((ObjectNode) example).deepCopy().remove(PARTS) : example;

        var values = new FormValues(OthersGroups.of(kind)).of(thing);
        var again = new FormValues(OthersGroups.of(kind)).sent(values.all()).json();

        assertThat(new ObjectMapper().readTree(again.toString()))
                .isEqualTo(new ObjectMapper().readTree(thing.toString()));
    }

    @ParameterizedTest
    @EnumSource
    void whateverAFormAsksForIsKnown(ThingKind kind) {
        var sent = new java.util.HashMap<String, String>();
        OthersGroups.of(kind).forEach(group -> group.settings()
                .forEach(setting -> sent.put(
                        group.occurs() == SettingGroup.Occurs.ONCE
                                ? FormValues.path(group, setting)
                                : FormValues.path(group, 3, setting),
                        "?")));
        var thing = new FormValues(OthersGroups.of(kind)).sent(sent).json();
        var name = new ThingName(kind, kind.isOfMerchant() ? Optional.of(MerchantId.random()) : Optional.empty(), "");

        var refused =
                catchThrowableOfType(InvalidInput.class, () -> new SetupReader(text -> text, 16).read(name, thing));

        assertThat(refused.violations())
                .extracting(InvalidInput.Violation::message)
                .doesNotContain("is not known here");
    }
}
