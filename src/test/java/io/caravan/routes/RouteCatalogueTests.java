package io.caravan.routes;

import static org.assertj.core.api.Assertions.assertThat;

import io.caravan.camel.rules.RouteFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class RouteCatalogueTests {

    private static final Path PAGE = RouteFile.ROUTES.resolve("README.md");

    @Test
    void thePageListsTheRoutesAsTheyAre() throws IOException {
        var page = RouteCatalogue.page(RouteFile.allIn(RouteFile.ROUTES));
        if (Boolean.getBoolean("caravan.write")) {
            Files.writeString(PAGE, page);
        }

        assertThat(Files.readString(PAGE)).isEqualTo(page);
    }

    @Test
    void aRouteIsListedWithItsRequestsAndItsTargets() {
        var file = RouteFile.of(
                Path.of("routes/api/things.camel.yaml"),
                """
                - rest:
                    path: /things
                    put:
                      - path: /{id}
                        to: direct:change-thing
                - route:
                    id: change-thing
                    group: api
                    description: Changes a thing
                    from:
                      uri: direct
                      parameters:
                        name: change-thing
                      steps:
                        - to:
                            uri: direct:tell-others
                """);

        assertThat(RouteCatalogue.page(List.of(file)))
                .endsWith("| `change-thing` | api | `PUT /things/{id}` | `direct:tell-others` | Changes a thing |\n");
    }
}
