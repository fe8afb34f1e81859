package io.caravan.dialect.callbacks;

import io.caravan.core.access.Caller;
import io.caravan.core.callback.CallbackDetails;
import io.caravan.core.callback.CallbackPage;
import io.caravan.core.callback.CallbackQuery;
import io.caravan.core.callback.CallbackSecret;
import io.caravan.core.callback.DeliveryId;
import io.caravan.core.callback.LoggedCallback;
import io.caravan.core.callback.OwnCallback;
import io.caravan.core.callback.ReplayRequest;
import io.caravan.core.callback.RotatedSecret;
import io.caravan.core.dialect.Answer;
import io.caravan.core.merchant.MerchantId;
import io.caravan.core.problem.Problem;
import io.caravan.core.problem.ProblemCode;
import io.caravan.json.StrictJson;
import java.util.List;

/** The API by which merchants look after their callbacks: reads its requests, writes its answers. */
public final class CallbackApi {

    private static final String NO_STORE = "no-store";

    /** Which callbacks to list, by the query of the request, which may be null. */
    public CallbackQuery readQuery(Caller caller, String query) {
        return QueryReader.query(caller.asMerchant(), query);
    }

    /** One of the caller's callbacks, by the id in the path. */
    public OwnCallback readId(Caller caller, String id) {
        var merchant = caller.asMerchant().id();
        return DeliveryId.parse(id)
                .map(known -> new OwnCallback(merchant, known))
                .orElseThrow(() -> Problem.of(ProblemCode.CALLBACK_UNKNOWN, "callback"));
    }

    /** Which callbacks to replay, by the body or by the query of the request, which may be null. */
    public ReplayRequest readReplay(byte[] body, Caller caller, String query) {
        return QueryReader.replay(caller.asMerchant(), query, body);
    }

    /** The caller, of whom everything is about. */
    public MerchantId readMerchant(Caller caller) {
        return caller.asMerchant().id();
    }

    public Answer showPage(CallbackPage page) {
        return Answer.json(
                200,
                StrictJson.bytes(new Wire.Page(
                        page.callbacks().stream().map(Wire.Item::of).toList(),
                        page.last().map(Cursor::write).orElse(null))));
    }

    public Answer showCallback(CallbackDetails details) {
        return Answer.json(200, StrictJson.bytes(Wire.Details.of(details)));
    }

    public Answer showReplayed(long replayed) {
        return Answer.json(202, StrictJson.bytes(new Wire.Replayed(replayed)));
    }

    public Answer showTests(List<LoggedCallback> tests) {
        return Answer.json(
                202,
                StrictJson.bytes(
                        new Wire.Tests(tests.stream().map(Wire.Item::of).toList())));
    }

    public Answer showSecret(CallbackSecret secret) {
        return Answer.json(200, StrictJson.bytes(new Wire.Secret(secret.text())))
                .with("Cache-Control", NO_STORE);
    }

    public Answer showRotated(RotatedSecret rotated) {
        return Answer.json(200, StrictJson.bytes(Wire.Rotated.of(rotated))).with("Cache-Control", NO_STORE);
    }
}
