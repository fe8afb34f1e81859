package io.caravan.usecase.privacy;

import io.caravan.core.ops.Act;
import io.caravan.core.ops.ActKind;
import io.caravan.core.ops.Acts;
import io.caravan.core.payer.Payer;
import io.caravan.core.payer.Payers;
import io.caravan.core.privacy.PayerFile;
import io.caravan.core.privacy.PayerRequest;
import io.caravan.core.privacy.PersonalData;
import java.time.Clock;

/** Hands out all that is known of a payer. That it was handed out is in the audit, with the phone masked. */
public class ExportPayer {

    /** Rows of a kind; a payer has some dozens. */
    private static final int MOST = 10_000;

    private final PersonalData data;
    private final Payers payers;
    private final Acts acts;
    private final Clock realTime;

    public ExportPayer(PersonalData data, Payers payers, Acts acts, Clock realTime) {
        this.data = data;
        this.payers = payers;
        this.acts = acts;
        this.realTime = realTime;
    }

    public PayerFile export(PayerRequest request) {
        var phone = request.phone();
        var now = realTime.instant();
        var held = data.export(phone, payers.find(phone).map(Payer::id), MOST);
        var rows = held.stream().mapToInt(one -> one.rows().size()).sum();
        acts.add(Act.of(
                ActKind.EXPORT_PAYER, request.operator(), "payer " + phone.masked(), rows + " rows handed out", now));
        return new PayerFile(phone, now, held);
    }
}
