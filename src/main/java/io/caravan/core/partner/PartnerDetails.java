package io.caravan.core.partner;

import io.caravan.core.merchant.Merchant;
import io.caravan.core.problem.Forbidden;
import io.caravan.core.problem.Problem;
import io.caravan.core.problem.ProblemCode;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;

/** A partner that calls, and its campaigns. */
public record PartnerDetails(Merchant merchant, Partner partner, List<Campaign> campaigns) {

    private static final Pattern NUMBER = Pattern.compile("[0-9]{1,10}");

    public PartnerDetails {
        Objects.requireNonNull(merchant);
        Objects.requireNonNull(partner);
        campaigns = List.copyOf(campaigns);
    }

    public Optional<Campaign> campaign(int id) {
        return campaigns.stream().filter(campaign -> campaign.id() == id).findFirst();
    }

    /**
     * This, on a path that names the partner.
     *
     * @throws Forbidden if it names another
     * @throws Problem INVOICE_UNKNOWN if it names none
     */
    public PartnerDetails named(String idInPath) {
        if (!NUMBER.matcher(idInPath).matches()) {
            throw Problem.of(ProblemCode.INVOICE_UNKNOWN, "partner");
        }
        if (!Integer.toString(partner.id()).equals(idInPath)) {
            throw new Forbidden();
        }
        return this;
    }
}
