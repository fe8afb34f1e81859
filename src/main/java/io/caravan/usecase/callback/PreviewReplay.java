package io.caravan.usecase.callback;

import io.caravan.core.callback.DeliveryId;
import io.caravan.core.id.Uuids;
import io.caravan.core.merchant.MerchantId;
import io.caravan.core.notice.Channel;
import io.caravan.core.ops.DeadLetterBox;
import io.caravan.core.ops.ReplayPreview;
import io.caravan.core.ops.ReplayTarget;
import java.util.Arrays;

/** Counts what a replay would send, and sends nothing. */
public class PreviewReplay {

    private static final int MOST = 10_000;

    private final DeadLetterBox box;

    public PreviewReplay(DeadLetterBox box) {
        this.box = box;
    }

    /** @throws IllegalArgumentException if the name is none of its kind */
    public ReplayPreview preview(ReplayTarget target) {
        int most = target.kind() == ReplayTarget.Kind.CHANNEL ? OrderReplay.MOST_NOTICES : MOST;
        int count = count(target, most + 1);
        return new ReplayPreview(target, Math.min(count, most), count > most);
    }

    private int count(ReplayTarget target, int limit) {
        return switch (target.kind()) {
            case CALLBACK -> box.countDead(delivery(target));
            case MERCHANT -> box.countDead(merchant(target), limit);
            case NOTICE -> Uuids.parse(target.name()).map(box::countParked).orElseThrow(() -> unknown(target));
            case CHANNEL -> box.countParked(channel(target), limit);
        };
    }

    static DeliveryId delivery(ReplayTarget target) {
        return DeliveryId.parse(target.name()).orElseThrow(() -> unknown(target));
    }

    static MerchantId merchant(ReplayTarget target) {
        return MerchantId.parse(target.name()).orElseThrow(() -> unknown(target));
    }

    static Channel channel(ReplayTarget target) {
        return Arrays.stream(Channel.values())
                .filter(channel -> channel.leadsToPayers() && channel.text().equals(target.name()))
                .findFirst()
                .orElseThrow(() -> unknown(target));
    }

    static IllegalArgumentException unknown(ReplayTarget target) {
        return new IllegalArgumentException("There is no " + target.text());
    }
}
