package io.caravan.usecase.access;

import io.caravan.core.access.Caller;
import io.caravan.core.access.CommerceAccounts;
import io.caravan.core.access.Scope;
import io.caravan.core.merchant.Merchant;
import io.caravan.core.merchant.Merchants;
import java.util.Optional;
import java.util.Set;

/** Finds who is behind a commerce account and its key. With a wrong key, or when the merchant is disabled, nobody is. */
public class FindAccountCaller {

    private final CommerceAccounts accounts;
    private final Merchants merchants;

    public FindAccountCaller(CommerceAccounts accounts, Merchants merchants) {
        this.accounts = accounts;
        this.merchants = merchants;
    }

    public Optional<Caller> find(String account, String key) {
        return accounts.find(account)
                .filter(known -> known.isOpenedBy(key))
                .flatMap(known -> merchants.find(known.merchant()))
                .filter(Merchant::enabled)
                .map(merchant -> new Caller(account, Optional.of(merchant), Optional.empty(), Set.of(Scope.INVOICE)));
    }
}
