package io.caravan.usecase.access;

import io.caravan.core.access.Client;
import io.caravan.core.access.Clients;
import io.caravan.core.merchant.Merchant;
import io.caravan.core.merchant.Merchants;
import java.util.Optional;

/** Finds a program that asks for a token. One that is disabled, or whose merchant is, is not found. */
public class FindClient {

    private final Clients clients;
    private final Merchants merchants;

    public FindClient(Clients clients, Merchants merchants) {
        this.clients = clients;
        this.merchants = merchants;
    }

    public Optional<Client> find(String id) {
        return clients.find(id).filter(Client::enabled).filter(this::mayCall);
    }

    private boolean mayCall(Client client) {
        return client.merchant().isEmpty()
                || client.merchant()
                        .flatMap(merchants::find)
                        .filter(Merchant::enabled)
                        .isPresent();
    }
}
