package io.caravan.dialect.userinfo;

import io.caravan.core.access.Caller;
import io.caravan.core.dialect.Answer;
import io.caravan.core.dialect.Door;
import io.caravan.core.dialect.Refusal;
import io.caravan.core.problem.Problem;
import io.caravan.core.problem.ProblemCode;
import io.caravan.core.profile.OwnSub;
import io.caravan.core.profile.ProfileSub;
import io.caravan.core.profile.SharedProfile;
import io.caravan.json.StrictJson;

/** The Userinfo API: reads its requests, writes its answers. */
public final class UserInfo implements Door {

    private static final String PATH = "/vipps-userinfo-api";

    /** The caller's name for a payer, by the path. */
    public OwnSub readSub(Caller caller, String sub) {
        var merchant = caller.asSalesUnit().merchant();
        return ProfileSub.parse(sub)
                .map(known -> new OwnSub(merchant, known))
                .orElseThrow(() -> Problem.of(ProblemCode.PROFILE_UNKNOWN, "sub"));
    }

    public Answer showProfile(SharedProfile shared) {
        return Answer.json(200, StrictJson.bytes(ProfileWriter.write(shared))).with("Cache-Control", "no-store");
    }

    /** Why the request failed. */
    public Answer showFailure(Throwable reason, String correlationId) {
        return Errors.answer(reason, correlationId);
    }

    @Override
    public boolean covers(String path) {
        return path.equals(PATH) || path.startsWith(PATH + "/");
    }

    @Override
    public boolean reads(String mediaType) {
        return true;
    }

    @Override
    public Answer refuse(Refusal refusal, String correlationId) {
        return Errors.answer(refusal, refusal.summary(), correlationId);
    }

    @Override
    public Answer refuse(Refusal refusal, String why, String correlationId) {
        return Errors.answer(refusal, why, correlationId);
    }
}
