package io.caravan.fuzz;

import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;

/** Forms of the console that are nearly right, without an end. */
final class FuzzForms {

    /** A form as it is sent; fields alternate between name and value. */
    record Form(String action, List<String> fields) {}

    private static final Map<String, List<String>> SEEDS = Map.of(
            "hold", List.of("kind=job", "name=purge-nothing", "why=because", "page=jobs"),
            "release", List.of("kind=channel", "name=push", "page=channels"),
            "replay", List.of("kind=notice", "name=71b5f99a-0585-57a6-ac93-f2c0344bb67d", "page=dead-letters"),
            "assign", List.of("provider=bank", "transfer=trf_1", "invoice=cpi_71b5f99a058557a6ac93f2c0344bb67d"),
            "return", List.of("provider=bank", "transfer=trf_1", "why=because"),
            "setup-plan", List.of("json={\"merchants\": [{\"id\": \"efd08c19-24cf-4833-a4a4-bfa7bd58fbb2\"}]}"),
            "secrets-rotate", List.of("kind=client", "owner=nobody", "overlap=a day"),
            "close", List.of("kind=ALARM", "id=71b5f99a-0585-57a6-ac93-f2c0344bb67d", "why=because"),
            "setup-check", List.of("kind=wallet", "id=sandbox-wallet", "title=Sandbox"),
            "privacy-look", List.of("phone=+4577007799"));

    private static final List<String> PAGES = List.of(
            "search?q=4577007700",
            "timeline?id=71b5f99a-0585-57a6-ac93-f2c0344bb67d",
            "dead-letters?callbacks=2026-11-21T10:00:00Z_71b5f99a-0585-57a6-ac93-f2c0344bb67d",
            "dead-letters?notices=2026-11-21T10:00:00Z_71b5f99a-0585-57a6-ac93-f2c0344bb67d",
            "endpoints?merchant=efd08c19-24cf-4833-a4a4-bfa7bd58fbb2",
            "endpoints?after=71b5f99a-0585-57a6-ac93-f2c0344bb67d",
            "secrets?kind=client&owner=nobody",
            "secrets?owner=nobody&kind=client",
            "acts?done=yes&before=71b5f99a-0585-57a6-ac93-f2c0344bb67d",
            "replay?kind=callback&name=msg_1",
            "replay?name=msg_1&kind=callback",
            "transfers?after=2026-11-21T10:00:00Z_71b5f99a-0585-57a6-ac93-f2c0344bb67d",
            "alarms?kind=ALARM&after=2026-11-21T10:00:00Z_71b5f99a-0585-57a6-ac93-f2c0344bb67d",
            "setup?kind=client&q=sandbox",
            "setup?kind=client&title=Sandbox&after=sandbox-dk",
            "setup?kind=payer&after=sandbox&title=Sandbox",
            "setup?kind=client&merchant=efd08c19-24cf-4833-a4a4-bfa7bd58fbb2",
            "setup-thing?kind=client&merchant=efd08c19-24cf-4833-a4a4-bfa7bd58fbb2&id=sandbox-dk",
            "setup-form?kind=wallet&id=sandbox-wallet",
            "setup-export?merchant=efd08c19-24cf-4833-a4a4-bfa7bd58fbb2",
            "setup-done?form=71b5f99a-0585-57a6-ac93-f2c0344bb67d",
            "privacy?asked=yes",
            "overview");

    private final Random random;
    private final Mutation mutation;

    FuzzForms(Random random) {
        this.random = random;
        this.mutation = new Mutation(random);
    }

    Form next() {
        var actions = SEEDS.keySet().stream().sorted().toList();
        var action = actions.get(random.nextInt(actions.size()));
        var fields = SEEDS.get(action).stream()
                .map(field -> field.split("=", 2))
                .flatMap(pair ->
                        random.nextInt(6) == 0 ? List.<String>of().stream() : List.of(pair[0], value(pair[1])).stream())
                .toList();
        return new Form(action, fields);
    }

    /** The address of a page, with something wrong in the last part of its query. */
    String page() {
        var page = PAGES.get(random.nextInt(PAGES.size()));
        var at = page.lastIndexOf('=') + 1;
        return at == 0
                ? page
                : page.substring(0, at)
                        + java.net.URLEncoder.encode(
                                value(page.substring(at)), java.nio.charset.StandardCharsets.UTF_8);
    }

    private String value(String text) {
        return switch (random.nextInt(4)) {
            case 0 -> text;
            case 1 -> mutation.nasty();
            case 2 -> new UUID(random.nextLong(), random.nextLong()).toString();
            default -> mutation.of(text);
        };
    }
}
