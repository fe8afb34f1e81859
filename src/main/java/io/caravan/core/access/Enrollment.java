package io.caravan.core.access;

import io.caravan.core.dialect.Dialect;
import io.caravan.core.merchant.Issuer;
import io.caravan.core.merchant.Merchant;
import io.caravan.core.merchant.MerchantId;
import io.caravan.core.payer.Payer;
import java.util.List;
import java.util.Objects;

/** Who takes part: merchants with their issuers and callbacks, the clients that may call, and wallet users. */
public record Enrollment(
        List<Account> merchants,
        List<Issuer> issuers,
        List<Client> clients,
        List<CommerceAccount> accounts,
        List<Payer> payers,
        List<Hook> hooks) {

    /** A merchant and the secret that signs its callbacks, {@code whsec_} and base64. */
    public record Account(Merchant merchant, String callbackSecret) {

        public Account {
            Objects.requireNonNull(merchant);
            Objects.requireNonNull(callbackSecret);
        }

        /** Without the secret. */
        @Override
        public String toString() {
            return merchant.toString();
        }
    }

    /** Where a merchant hears of changes, and the {@code Authorization} header sent there; empty for none. */
    public record Hook(MerchantId merchant, Dialect dialect, String url, String authorization) {

        public Hook {
            Objects.requireNonNull(merchant);
            Objects.requireNonNull(dialect);
            Objects.requireNonNull(url);
            Objects.requireNonNull(authorization);
        }

        /** Without the credential. */
        @Override
        public String toString() {
            return dialect + " callbacks of " + merchant;
        }
    }

    public Enrollment {
        merchants = List.copyOf(merchants);
        issuers = List.copyOf(issuers);
        clients = List.copyOf(clients);
        accounts = List.copyOf(accounts);
        payers = List.copyOf(payers);
        hooks = List.copyOf(hooks);
    }
}
