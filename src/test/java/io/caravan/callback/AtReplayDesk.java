package io.caravan.callback;

import static io.caravan.core.dialect.Dialect.EPAYMENT;

import io.caravan.core.callback.Posting;
import io.caravan.core.event.Event;
import io.caravan.core.merchant.MerchantId;
import io.caravan.support.StoreFixture;
import java.util.List;
import java.util.UUID;

/** Callbacks of merchants that can be sent once more. */
abstract class AtReplayDesk {

    ReplayDesk desk;
    CallbackRig rig;

    void on(StoreFixture store) {
        desk = new ReplayDesk(store.dataSource());
        rig = desk.rig;
    }

    MerchantId merchant() {
        var merchant = rig.merchantWithoutEndpoint();
        rig.endpoint(merchant, EPAYMENT, "https://shop.example/");
        return merchant;
    }

    Event relayed(MerchantId merchant, UUID subject, int number) {
        var event = rig.event(merchant, EPAYMENT, subject, number);
        rig.relay(event);
        return event;
    }

    static List<String> bodies(List<Posting> postings) {
        return postings.stream().map(ReplayDesk::body).toList();
    }

    static List<String> alone(Event... events) {
        return java.util.Arrays.stream(events)
                .map(event -> "[" + PlainForm.text(event) + "]")
                .toList();
    }
}
