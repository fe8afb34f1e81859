package io.caravan.routes;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** All that is asked of the files of routes, by the name of each rule. */
final class RouteRules {

    /** Looks at files that run together and tells everything that is wrong with them. */
    interface Rule {
        List<String> findings(List<RouteFile> files);
    }

    private RouteRules() {}

    static Map<String, Rule> all() {
        var rules = new LinkedHashMap<String, Rule>();
        rules.putAll(RouteForm.rules());
        rules.putAll(RouteNames.rules());
        rules.putAll(RouteSafety.rules());
        return rules;
    }
}
