package io.caravan.web.ops;

import io.caravan.core.access.SecretKind;
import io.caravan.core.dialect.Answer;
import io.caravan.core.dialect.Dialect;
import io.caravan.core.merchant.MerchantId;
import io.caravan.core.ops.OperatorRequest;
import io.caravan.core.setup.FilledGroup;
import io.caravan.core.setup.FilledSetting;
import io.caravan.core.setup.Setting;
import io.caravan.core.setup.ThingForm;
import io.caravan.core.setup.ThingKind;
import io.caravan.core.setup.ThingName;
import io.caravan.core.setup.ThingPage;
import io.caravan.core.setup.ThingSheet;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** How something is set up, and what is its own. Secrets are not shown. */
public final class ThingSheetPages {

    /** What is shown of a payer to whoever only looks. */
    private static final Set<String> OF_PAYERS = Set.of("id", "name", "blocked");

    private final Console console;

    public ThingSheetPages(Console console) {
        this.console = console;
    }

    public Answer show(ThingSheet sheet, OperatorRequest request) {
        var form = sheet.form();
        var sections = new ArrayList<Section>();
        sections.add(settings(sheet));
        sheet.parts().forEach(part -> sections.add(part(part)));
        return console.draw(Sheet.of(form.title(), Place.SETUP, sections.toArray(Section[]::new)), request);
    }

    private static Section settings(ThingSheet sheet) {
        var form = sheet.form();
        var rows = form.groups().stream()
                .filter(group -> !group.isBlank())
                .flatMap(group -> group.settings().stream()
                        .filter(setting -> setting.setting().type() != Setting.Type.SECRET)
                        .map(setting -> row(form.name().kind(), group, setting)))
                .toList();
        var kind = form.name().kind();
        var note = sheet.owner().isEmpty() ? "" : "Of " + sheet.owner() + ".";
        return Section.table(capital(kind.word()), List.of("Setting", "Value"), rows, "")
                .noting(note)
                .with(forms(form))
                .with(links(form.name()));
    }

    private static String capital(String word) {
        return word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1);
    }

    private static List<Cell> row(ThingKind kind, FilledGroup group, FilledSetting filled) {
        var label = filled.setting().label();
        var shown =
                kind != ThingKind.PAYER || OF_PAYERS.contains(filled.setting().path());
        var value = filled.value().isEmpty() ? "–" : shown ? filled.value() : "is set";
        return List.of(Cell.of(group.title().isEmpty() ? label : group.title() + ": " + label), Cell.of(value));
    }

    private static Form[] forms(ThingForm form) {
        var name = form.name();
        if (name.kind() == ThingKind.CALLBACKS && !name.id().equals(Dialect.PAYMENTINVOICES.text())) {
            return new Form[0];
        }
        var change = Form.lead("change", "setup-form", "Change …", "main", ThingFormPages.named(name));
        var secrets = secrets(name.kind())
                .map(kind -> Form.lead(
                        "secret-" + kind.text(),
                        Place.SECRETS.path(),
                        label(kind),
                        "second",
                        Field.hidden("kind", kind.text()),
                        Field.hidden("owner", name.id())));
        return Stream.concat(Stream.of(change), secrets).toArray(Form[]::new);
    }

    private static String label(SecretKind kind) {
        return switch (kind) {
            case CLIENT, REGISTRATION -> "New secret …";
            case CALLBACK -> "New callback secret …";
            case ACCOUNT, SALES_UNIT, PARTNER -> "New key …";
            case TEST_KEY -> "New test key …";
            case LIVE_KEY -> "New live key …";
            case SALES_UNIT_OTHER -> "New other key …";
        };
    }

    private static Stream<SecretKind> secrets(ThingKind kind) {
        return switch (kind) {
            case CLIENT, WALLET -> Stream.of(SecretKind.CLIENT);
            case ACCOUNT -> Stream.of(SecretKind.ACCOUNT, SecretKind.TEST_KEY, SecretKind.LIVE_KEY);
            case SALES_UNIT -> Stream.of(SecretKind.SALES_UNIT, SecretKind.SALES_UNIT_OTHER);
            case PARTNER -> Stream.of(SecretKind.PARTNER);
            case MERCHANT -> Stream.of(SecretKind.CALLBACK);
            case ISSUER, CALLBACKS, SERVICE, PAYER, OPERATOR -> Stream.of();
        };
    }

    private static Link[] links(ThingName name) {
        var all = Link.to(
                "All " + name.kind().title().toLowerCase(Locale.ROOT),
                Place.SETUP.path(),
                "kind",
                name.kind().text());
        var owner = name.merchant()
                .map(id -> new ThingName(ThingKind.MERCHANT, Optional.empty(), id.toString()))
                .map(merchant -> new Link("Its merchant", ThingFormPages.address("setup-thing", merchant)));
        return Stream.concat(owner.stream(), Stream.of(all)).toArray(Link[]::new);
    }

    private static Section part(ThingPage page) {
        var kind = page.query().kind();
        var merchant = page.query().merchant();
        var list = ThingPages.list(page, kind.title()).without("Merchant");
        var full = kind == ThingKind.PARTNER && !page.things().isEmpty();
        var section = full ? list : list.with(ThingPages.create(kind, merchant, "second"));
        return page.more()
                ? section.with(Link.to(
                        "All of them",
                        Place.SETUP.path(),
                        "kind",
                        kind.text(),
                        "merchant",
                        merchant.map(MerchantId::toString).orElse("")))
                : section;
    }
}
