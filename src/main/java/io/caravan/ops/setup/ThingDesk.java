package io.caravan.ops.setup;

import io.caravan.core.merchant.MerchantId;
import io.caravan.core.ops.OperatorRequest;
import io.caravan.core.problem.InvalidInput;
import io.caravan.core.setup.Rehearsed;
import io.caravan.core.setup.Seen;
import io.caravan.core.setup.ThingForm;
import io.caravan.core.setup.ThingKind;
import io.caravan.core.setup.ThingName;
import io.caravan.core.setup.ThingPage;
import io.caravan.core.setup.ThingQuery;
import io.caravan.core.setup.ThingReview;
import io.caravan.core.setup.ThingSheet;
import io.caravan.usecase.setup.DescribeThing;
import io.caravan.usecase.setup.ListThings;
import io.caravan.usecase.setup.RehearseSetup;
import io.caravan.usecase.setup.SubmitSetup;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Where operators set things up one by one in the console, by forms: looked at, filled in, rehearsed, and done. A form is
 * a setup of one thing, and goes the way of any other.
 */
public final class ThingDesk {

    private final SetupReader reader;
    private final DescribeThing describeThing;
    private final ListThings listThings;
    private final RehearseSetup rehearseSetup;
    private final SubmitSetup submitSetup;

    public ThingDesk(
            SetupReader reader,
            DescribeThing describeThing,
            ListThings listThings,
            RehearseSetup rehearseSetup,
            SubmitSetup submitSetup) {
        this.reader = reader;
        this.describeThing = describeThing;
        this.listThings = listThings;
        this.rehearseSetup = rehearseSetup;
        this.submitSetup = submitSetup;
    }

    /** A thing as it is, and what is its own. */
    public ThingSheet look(OperatorRequest request) {
        var form = new ThingForms(name(request), describeThing::describe).asItIs();
        var merchant = form.name().kind() == ThingKind.MERCHANT
                ? MerchantId.parse(form.name().id())
                : Optional.<MerchantId>empty();
        return new ThingSheet(
                form, owner(form.name()), merchant.map(this::parts).orElse(List.of()));
    }

    private List<ThingPage> parts(MerchantId merchant) {
        return Arrays.stream(ThingKind.values())
                .filter(ThingKind::isOfMerchant)
                .map(kind -> listThings.list(ThingQuery.of(merchant, kind)))
                .toList();
    }

    private String owner(ThingName name) {
        return name.merchant()
                .map(id -> new ThingName(ThingKind.MERCHANT, Optional.empty(), id.toString()))
                .map(merchant -> describeThing
                        .describe(merchant)
                        .orElseThrow(() -> new IllegalArgumentException("There is no such merchant."))
                        .merchants()
                        .get(0)
                        .thing()
                        .merchant()
                        .name())
                .orElse("");
    }

    /** The form of a thing as it is, or of a new one. */
    public ThingForm open(OperatorRequest request) {
        var name = name(request);
        owner(name);
        var forms = new ThingForms(name, describeThing::describe);
        return request.has("seen") ? forms.sent(request, List.of()) : forms.opened();
    }

    /** What a form would do, or what is wrong with it. */
    public ThingReview rehearse(OperatorRequest request) {
        var forms = new ThingForms(name(request), describeThing::describe);
        try {
            forms.checkFree(request);
            rehearseSetup.rehearse(reader.read(forms.name(), forms.json(request)));
            throw new IllegalStateException("a rehearsal was no rehearsal");
        } catch (Rehearsed e) {
            return new ThingReview(forms.seenNow(request), Optional.of(e.plan()), forms.changes(request));
        } catch (InvalidInput e) {
            return new ThingReview(forms.sent(request, e.violations()), Optional.empty(), List.of());
        }
    }

    /** Does what a form says, once; faulty if it cannot be done. */
    public ThingForm submit(OperatorRequest request) {
        var forms = new ThingForms(name(request), describeThing::describe);
        var form = FormId.read(request);
        try {
            var setup = reader.read(forms.name(), forms.json(request));
            var seen = new Seen(forms.subject(request), now -> forms.isSeen(now, request));
            submitSetup.submit(form, setup, request.operator(), Optional.of(seen));
            return forms.sent(request, List.of());
        } catch (InvalidInput e) {
            return forms.sent(request, e.violations());
        }
    }

    private static ThingName name(OperatorRequest request) {
        var kind = ThingKind.parse(request.field("kind"))
                .orElseThrow(() -> new IllegalArgumentException("There is no such kind of thing."));
        return new ThingName(
                kind,
                kind.isOfMerchant() ? MerchantId.parse(request.field("merchant")) : Optional.empty(),
                request.field("id"));
    }
}
