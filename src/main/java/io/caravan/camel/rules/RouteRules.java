package io.caravan.camel.rules;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** All that is asked of the files of routes, by the name of each rule. */
public final class RouteRules {

    /** Looks at files that run together and tells everything that is wrong with them. */
    public interface Rule {
        List<String> findings(List<RouteFile> files);
    }

    private RouteRules() {}

    /** The rules for routes that run in these surroundings. */
    public static Map<String, Rule> in(Surroundings surroundings) {
        var rules = new LinkedHashMap<>(ofOneFile());
        rules.putAll(ofAllFiles(surroundings));
        return rules;
    }

    /** Those for which it does not matter what the other files say. */
    public static Map<String, Rule> ofOneFile() {
        return RouteForm.rules();
    }

    /** Those that look at all files together. */
    public static Map<String, Rule> ofAllFiles(Surroundings surroundings) {
        var rules = new LinkedHashMap<String, Rule>();
        rules.putAll(RouteNames.rules());
        rules.putAll(RouteSafety.rules(surroundings));
        return rules;
    }
}
