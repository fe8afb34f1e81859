package io.caravan.ops.setup;

import static io.caravan.ops.setup.SettingGroup.choice;
import static io.caravan.ops.setup.SettingGroup.choiceOrNothing;
import static io.caravan.ops.setup.SettingGroup.flag;
import static io.caravan.ops.setup.SettingGroup.listed;
import static io.caravan.ops.setup.SettingGroup.maybe;
import static io.caravan.ops.setup.SettingGroup.named;
import static io.caravan.ops.setup.SettingGroup.number;
import static io.caravan.ops.setup.SettingGroup.secret;
import static io.caravan.ops.setup.SettingGroup.text;

import io.caravan.core.setup.Setting;
import java.util.List;
import java.util.stream.Stream;

/** What a form asks of merchants and of what is theirs. The first setting is what the thing is known by. */
final class MerchantGroups {

    private static final String STAYS = "A line that is emptied stays as it was.";

    static final List<SettingGroup> MERCHANT = List.of(SettingGroup.of(
            "",
            "A merchant that is not enabled can do nothing, and its clients get no tokens.",
            text("id", "Id", "a UUID"),
            text("name", "Name", ""),
            text("country", "Country", "two letters, as DK"),
            text("currency", "Currency", "three letters, as DKK"),
            text("zone", "Time zone", "as Europe/Copenhagen"),
            text("vatNumber", "VAT number", "as DK12345674"),
            flag("enabled", "Enabled")));

    static final List<SettingGroup> ISSUER = List.of(SettingGroup.of(
            "",
            "",
            text("id", "Id", "a UUID"),
            text("name", "Name", ""),
            text("street", "Street", ""),
            text("zipCode", "Postal code", ""),
            text("city", "City", ""),
            choice("status", "Status", "enabled", "pending", "disabled"),
            flag("payoutAccount", "Money can be paid out to it")));

    static final List<SettingGroup> CALLBACKS = List.of(SettingGroup.of(
            "",
            "Where callbacks of mobilepay go is given once. From then on the merchant changes it itself, by the API."
                    + " Those of paymentinvoices are changed here: with another address come its own user and"
                    + " password, or none; for the same address they stay if they are empty.",
            choice("dialect", "API", "mobilepay", "paymentinvoices"),
            text("url", "Address", "https://…"),
            text("user", "User", "for an address that asks for one"),
            secret("password", "Password", "comes with the user")));

    static final List<SettingGroup> CLIENT = List.of(SettingGroup.of(
            "",
            "A program that fetches tokens. Its secret is made here and shown once. Without being enabled it gets no"
                    + " tokens, and those that it has are good for nothing.",
            text("id", "Id", "as my-shop"),
            flag("enabled", "Enabled")));

    static final List<SettingGroup> ACCOUNT = List.of(
            SettingGroup.of(
                    "", "Its keys are made here and shown once.", text("id", "Id", "coma_ and letters and digits")),
            listed(
                    "Public keys of links",
                    STAYS,
                    "checkouts",
                    List.of(
                            text("publicKey", "Public key", "pk_live_… or pk_test_…"),
                            text("returnUrl", "Where payers go afterwards", "https://…"))));

    static final List<SettingGroup> SALES_UNIT = List.of(SettingGroup.of(
            "",
            "Its two keys are made here and shown once.",
            text("msn", "Number (MSN)", "4 to 10 digits"),
            text("name", "Name", ""),
            flag("test", "Payments may be approved in the payer's place, for tests"),
            flag("pushMessage", "Payments may go straight to the payer's app"),
            flag("directCapture", "All is captured as soon as it is authorized"),
            text("longLiving", "A payment expires at the latest after", "as P60D"),
            flag("longLivingNeedsReceipt", "More than ten minutes need a receipt or a category"),
            flag("nationalIdentity", "Payers may be asked for their national identity number")));

    static final List<SettingGroup> PARTNER = List.of(
            SettingGroup.of(
                    "",
                    "Its key is made here and shown once.",
                    number("number", "Number"),
                    text("issuer", "Issuer in whose name it asks", "the id of an issuer of the merchant")),
            named(
                    "Payment providers",
                    "What partners call them, and what each stands for.",
                    "providers",
                    text("name", "Name", "in lower case, as card"),
                    choiceOrNothing("value", "Stands for", "psp", "carrier", "push")),
            new SettingGroup(
                    "Presets",
                    "What requests leave open. Texts and addresses are templates.",
                    "presets",
                    SettingGroup.Occurs.ONCE,
                    presets("")),
            listed(
                    "Campaigns",
                    STAYS,
                    "campaigns",
                    Stream.concat(Stream.of(number("number", "Campaign")), presets("presets").stream())
                            .toList()));

    private static List<Setting> presets(String parent) {
        return Stream.of(
                        text("returnUrl", "Return address", "https://…"),
                        text("statusCallbackUrl", "Callbacks of payments", "https://…"),
                        text("smsStatusCallbackUrl", "Callbacks of SMS", "https://…"),
                        text("originator", "Sender of SMS", ""),
                        text("smsText", "Text of SMS", "Pay here: {{paymentSelectionPageUrl}}"),
                        text("smsReceiptText", "Text of the receipt", ""),
                        text("shortCode", "Short code", ""),
                        text("currency", "Currency", "as DKK"),
                        maybe("reminder", "Reminder after two days"))
                .map(setting -> setting.under(parent))
                .toList();
    }

    private MerchantGroups() {}
}
