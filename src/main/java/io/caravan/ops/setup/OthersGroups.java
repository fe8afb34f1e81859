package io.caravan.ops.setup;

import static io.caravan.ops.setup.SettingGroup.amount;
import static io.caravan.ops.setup.SettingGroup.choice;
import static io.caravan.ops.setup.SettingGroup.flag;
import static io.caravan.ops.setup.SettingGroup.listed;
import static io.caravan.ops.setup.SettingGroup.maybe;
import static io.caravan.ops.setup.SettingGroup.named;
import static io.caravan.ops.setup.SettingGroup.secret;
import static io.caravan.ops.setup.SettingGroup.text;

import io.caravan.core.paymentinvoice.ServiceKind;
import io.caravan.core.setup.Setting;
import io.caravan.core.setup.ThingKind;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** What a form asks of what belongs to no merchant. The first setting is what the thing is known by. */
final class OthersGroups {

    private static final List<Setting> FIELD = List.of(
            text("key", "Key", ""),
            maybe("required", "Must be given"),
            text("regexp", "Must match", "as ^.{1,100}$"),
            text("type", "Type", "text, number, tel, email or date"));

    private static final List<SettingGroup> WALLET = List.of(SettingGroup.of(
            "",
            "The wallet app, which acts for payers. Its secret is made here and shown once.",
            text("id", "Id", "as wallet-app"),
            flag("enabled", "Enabled")));

    private static final List<SettingGroup> SERVICE = List.of(
            SettingGroup.of(
                    "",
                    "A way to pay payment invoices, for all merchants.",
                    text("code", "Code", "as sepa_qr_eur_invoice"),
                    text("method", "Method", "as sepa_qr"),
                    choice("kind", "Kind", Arrays.stream(ServiceKind.values()).map(kind -> kind.name()
                            .toLowerCase(Locale.ROOT)
                            .replace('_', '-'))),
                    text("currency", "Currency", "as EUR"),
                    amount("smallest", "Smallest amount"),
                    amount("largest", "Largest amount"),
                    text("logo", "Logo", "https://…"),
                    flag("confirmationRequired", "Payers must confirm that they have paid"),
                    text("provider", "Provider", "the bank whose routes serve it; bank, if you leave it empty"),
                    flag("asksProvider", "The provider makes the requisites of each payment")),
            listed("What merchants give", "", "fields", FIELD),
            listed("What payers give when they confirm", "", "confirmation", FIELD),
            named(
                    "The account that is paid into",
                    "What the kind needs, as iban.",
                    "details",
                    text("name", "Name", ""),
                    text("value", "Value", "")));

    private static final List<SettingGroup> PAYER = List.of(
            SettingGroup.of(
                    "",
                    "A wallet user.",
                    text("phone", "Phone", "as +4512345678"),
                    text("id", "Id", "a UUID; made, if you leave it empty"),
                    text("name", "Name", ""),
                    flag("blocked", "Blocked"),
                    text("card", "Card, as the acquirer knows it", "a UUID")),
            new SettingGroup(
                    "Profile",
                    "What the wallet knows. All of it empty: nothing; one that is there stays.",
                    "profile",
                    SettingGroup.Occurs.ONCE,
                    List.of(
                            text("givenName", "Given name", ""),
                            text("familyName", "Family name", ""),
                            text("email", "E-mail", ""),
                            text("birthDate", "Date of birth", "as 1985-04-12"),
                            text("nationalIdentityNumber", "National identity number", ""),
                            text("home/street", "Street", ""),
                            text("home/postalCode", "Postal code", ""),
                            text("home/city", "City", ""),
                            text("home/country", "Country", "two letters"))));

    private static final List<SettingGroup> OPERATOR = List.of(SettingGroup.of(
            "",
            "Who may use this console. Without a password a new one is made and shown once; one who is there keeps"
                    + " theirs.",
            text("name", "Name", ""),
            choice("role", "Role", "viewer", "operator"),
            flag("enabled", "Enabled"),
            secret("password", "Password", "12 characters or more")));

    private OthersGroups() {}

    /** Of any kind of thing. */
    static List<SettingGroup> of(ThingKind kind) {
        return switch (kind) {
            case MERCHANT -> MerchantGroups.MERCHANT;
            case ISSUER -> MerchantGroups.ISSUER;
            case CALLBACKS -> MerchantGroups.CALLBACKS;
            case CLIENT -> MerchantGroups.CLIENT;
            case ACCOUNT -> MerchantGroups.ACCOUNT;
            case SALES_UNIT -> MerchantGroups.SALES_UNIT;
            case PARTNER -> MerchantGroups.PARTNER;
            case WALLET -> WALLET;
            case SERVICE -> SERVICE;
            case PAYER -> PAYER;
            case OPERATOR -> OPERATOR;
        };
    }
}
