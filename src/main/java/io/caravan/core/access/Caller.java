package io.caravan.core.access;

import io.caravan.core.merchant.Merchant;
import io.caravan.core.merchant.MerchantId;
import io.caravan.core.payer.PayerId;
import io.caravan.core.problem.Forbidden;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/** Who calls, as proved by a credential: a merchant, or the wallet app in the name of a payer. */
public record Caller(String clientId, Optional<Merchant> merchant, Optional<PayerId> payer, Set<Scope> scopes) {

    public Caller {
        Objects.requireNonNull(clientId);
        Objects.requireNonNull(merchant);
        Objects.requireNonNull(payer);
        scopes = Set.copyOf(scopes);
    }

    /**
     * The calling merchant.
     *
     * @throws Forbidden if the caller is no merchant
     */
    public Merchant asMerchant() {
        return merchant.filter(known -> scopes.contains(Scope.INVOICE)).orElseThrow(Forbidden::new);
    }

    /**
     * The calling merchant, on a path that names it.
     *
     * @throws Forbidden if the path names anybody else
     */
    public Merchant asMerchant(String idInPath) {
        var caller = asMerchant();
        if (MerchantId.parse(idInPath).filter(caller.id()::equals).isEmpty()) {
            throw new Forbidden();
        }
        return caller;
    }

    /**
     * The payer in whose name the wallet app calls.
     *
     * @throws Forbidden if the caller does not act for a payer
     */
    public PayerId asPayer() {
        return payer.filter(known -> scopes.contains(Scope.CONSUMER)).orElseThrow(Forbidden::new);
    }
}
