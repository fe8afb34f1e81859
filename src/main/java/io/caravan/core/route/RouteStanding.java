package io.caravan.core.route;

import java.util.List;

/**
 * A file of routes in one instance.
 *
 * @param path below the folder of the routes, as {@code channel/push.camel.yaml}
 * @param hash of what runs; empty if nothing of it does
 * @param remarks for people: what is wrong with the file, or what has to be done
 */
public record RouteStanding(String path, String hash, RouteCondition condition, List<String> remarks) {

    public RouteStanding {
        remarks = List.copyOf(remarks);
    }
}
