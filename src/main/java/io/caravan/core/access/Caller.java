package io.caravan.core.access;

import io.caravan.core.merchant.Merchant;
import io.caravan.core.merchant.MerchantId;
import io.caravan.core.payer.PayerId;
import io.caravan.core.problem.Forbidden;
import io.caravan.core.salesunit.SalesUnit;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * Who calls, as proved by a credential: a merchant, or the wallet app in the name of a payer.
 *
 * @param salesUnit the one in whose name a merchant calls, where that was asked for
 */
public record Caller(
        String clientId,
        Optional<Merchant> merchant,
        Optional<PayerId> payer,
        Set<Scope> scopes,
        Optional<SalesUnit> salesUnit) {

    public Caller {
        Objects.requireNonNull(clientId);
        Objects.requireNonNull(merchant);
        Objects.requireNonNull(payer);
        scopes = Set.copyOf(scopes);
        Objects.requireNonNull(salesUnit);
    }

    /** A caller in the name of no sales unit. */
    public Caller(String clientId, Optional<Merchant> merchant, Optional<PayerId> payer, Set<Scope> scopes) {
        this(clientId, merchant, payer, scopes, Optional.empty());
    }

    /** The same caller, in the name of this sales unit. */
    public Caller of(SalesUnit unit) {
        return new Caller(clientId, merchant, payer, scopes, Optional.of(unit));
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
     * The sales unit in whose name the merchant calls.
     *
     * @throws Forbidden if it calls in the name of none
     */
    public SalesUnit asSalesUnit() {
        var caller = asMerchant();
        return salesUnit.filter(unit -> unit.merchant().equals(caller.id())).orElseThrow(Forbidden::new);
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
