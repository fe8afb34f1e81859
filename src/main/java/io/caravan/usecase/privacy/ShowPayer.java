package io.caravan.usecase.privacy;

import io.caravan.core.payer.Payer;
import io.caravan.core.payer.Payers;
import io.caravan.core.privacy.PayerRequest;
import io.caravan.core.privacy.PayerView;
import io.caravan.core.privacy.PersonalData;

/** Counts what is known of a payer, and what of it an erasure would leave for now. */
public class ShowPayer {

    private final PersonalData data;
    private final Payers payers;

    public ShowPayer(PersonalData data, Payers payers) {
        this.data = data;
        this.payers = payers;
    }

    public PayerView show(PayerRequest request) {
        var phone = request.phone();
        return new PayerView(phone, data.holdings(phone, payers.find(phone).map(Payer::id)));
    }
}
