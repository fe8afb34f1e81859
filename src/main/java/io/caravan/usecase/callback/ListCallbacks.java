package io.caravan.usecase.callback;

import io.caravan.core.callback.CallbackLog;
import io.caravan.core.callback.CallbackPage;
import io.caravan.core.callback.CallbackPlace;
import io.caravan.core.callback.CallbackQuery;
import java.util.Optional;

/** Shows a merchant its callbacks, page by page. */
public class ListCallbacks {

    private static final int PAGE = 100;

    private final CallbackLog log;

    public ListCallbacks(CallbackLog log) {
        this.log = log;
    }

    public CallbackPage list(CallbackQuery query) {
        var found = log.find(query, PAGE + 1);
        return found.size() > PAGE
                ? new CallbackPage(found.subList(0, PAGE), Optional.of(CallbackPlace.of(found.get(PAGE - 1))))
                : new CallbackPage(found, Optional.empty());
    }
}
