package io.caravan.usecase.access;

import io.caravan.core.access.Caller;
import io.caravan.core.access.Client;
import io.caravan.core.access.Clients;
import io.caravan.core.merchant.Merchant;
import io.caravan.core.merchant.Merchants;
import java.util.Optional;

/** Finds who is behind a client's token. A client that is gone or disabled, or whose merchant is disabled, is nobody. */
public class FindCaller {

    private final Clients clients;
    private final Merchants merchants;

    public FindCaller(Clients clients, Merchants merchants) {
        this.clients = clients;
        this.merchants = merchants;
    }

    public Optional<Caller> find(String clientId) {
        return clients.find(clientId).filter(Client::enabled).flatMap(this::caller);
    }

    private Optional<Caller> caller(Client client) {
        if (client.merchant().isEmpty()) {
            return Optional.of(caller(client, Optional.empty()));
        }
        return client.merchant()
                .flatMap(merchants::find)
                .filter(Merchant::enabled)
                .map(merchant -> caller(client, Optional.of(merchant)));
    }

    private static Caller caller(Client client, Optional<Merchant> merchant) {
        return new Caller(client.id(), merchant, Optional.empty(), client.scopes());
    }
}
