package io.caravan.core.setup;

import io.caravan.core.access.Enrollment.Hook;
import io.caravan.core.merchant.Issuer;
import io.caravan.core.paymentinvoice.Service;
import java.util.List;

/**
 * Who is to take part and how, as an operator says it. What is not in it stays as it is. What merchants change themselves
 * (callback secret, where callbacks go) is taken from it once, when it is new.
 *
 * @param hooks where callbacks go until the merchant says otherwise
 */
public record Setup(
        List<Wanted<MerchantTerms>> merchants,
        List<Wanted<Issuer>> issuers,
        List<Wanted<Hook>> hooks,
        List<Wanted<ClientTerms>> clients,
        List<Wanted<AccountTerms>> accounts,
        List<Wanted<UnitTerms>> salesUnits,
        List<Wanted<PartnerTerms>> partners,
        List<Wanted<Service>> services,
        List<Wanted<PayerTerms>> payers,
        List<Wanted<OperatorTerms>> operators) {

    public Setup {
        merchants = List.copyOf(merchants);
        issuers = List.copyOf(issuers);
        hooks = List.copyOf(hooks);
        clients = List.copyOf(clients);
        accounts = List.copyOf(accounts);
        salesUnits = List.copyOf(salesUnits);
        partners = List.copyOf(partners);
        services = List.copyOf(services);
        payers = List.copyOf(payers);
        operators = List.copyOf(operators);
    }

    /** Without what is wanted, of which some is secret. */
    @Override
    public String toString() {
        return "setup of " + merchants.size() + " merchants";
    }
}
