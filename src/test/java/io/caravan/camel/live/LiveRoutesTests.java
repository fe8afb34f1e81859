package io.caravan.camel.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.caravan.core.route.RouteCondition;
import java.io.IOException;
import java.nio.file.Files;
import org.apache.camel.CamelExecutionException;
import org.apache.camel.ServiceStatus;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A file of routes is changed while they run. */
class LiveRoutesTests extends WithRouteFiles {

    @Test
    void whatIsWrittenRunsAfterTheNextLookButOneAndNothingElseStops() throws IOException {
        var other = rig.camel.getRoute("other");

        rig.write(FILE, ask("new"));
        var atOnce = rig.lookOnce();
        rig.lookOnce();
        rig.send("direct:ask", "one");

        assertThat(atOnce).isFalse();
        assertThat(rig.ear.heard).containsExactly("new one");
        assertThat(rig.camel.getRoute("other")).isSameAs(other);
        assertThat(rig.look()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "", // as an editor that is killed leaves it
                "- route: [",
                "nonsense",
                "- route:\n    id: ask",
                "ref: silence", // no such bean
                "method: hear(${body}, 'too much')",
                "method: deafen",
                "uri: nowhere:ask",
                "group: channel",
                "# a comment",
                "- route:\n    1: ask", // a key that is no text
                "- route: &it\n    id: *it", // within itself
                "beanType: java.lang.Runtime",
                "simple: ${body[}",
                "constant: {{caravan.unknown}}"
            })
    void aBrokenFileChangesNothingAndSaysWhy(String broken) throws IOException {
        var old = rig.camel.getRoute("ask");

        rig.write(FILE, broken(broken));
        rig.look();
        rig.send("direct:ask", "one");

        assertThat(rig.camel.getRoute("ask")).isSameAs(old);
        assertThat(rig.ear.heard).containsExactly("old one");
        assertThat(rig.condition(FILE)).isEqualTo(RouteCondition.BROKEN);
        assertThat(rig.standing(FILE).remarks()).isNotEmpty().noneMatch(String::isBlank);
        assertThat(rig.look()).isFalse();
    }

    @Test
    void aBrokenFileHoldsUpNoOtherAndIsWellAgainOnceItIsMended() throws IOException {
        rig.write(FILE, "- route: [");
        rig.write("workflow/other.camel.yaml", rig.hearing("other", "workflow", "direct:other", "changed"));
        rig.look();
        rig.send("direct:other", "one");
        rig.write(FILE, ask("mended"));
        rig.look();
        rig.send("direct:ask", "two");

        assertThat(rig.ear.heard).containsExactly("changed one", "mended two");
        assertThat(rig.standings()).extracting("condition").containsOnly(RouteCondition.RUNS);
    }

    @Test
    void aFileThatIsGoneStopsItsRoutesAndRunsAgainOnceItIsBack() throws IOException {
        rig.delete(FILE);
        rig.look();
        assertThatThrownBy(() -> rig.send("direct:ask", "lost")).isInstanceOf(CamelExecutionException.class);
        assertThat(rig.standings()).extracting("path").doesNotContain(FILE);

        rig.write(FILE, ask("back"));
        rig.look();
        rig.send("direct:ask", "one");

        assertThat(rig.ear.heard).containsExactly("back one");
    }

    @Test
    void aNewFileRuns() throws IOException {
        rig.write("workflow/new.camel.yaml", rig.hearing("new", "workflow", "direct:new", "new"));
        rig.look();
        rig.send("direct:new", "one");

        assertThat(rig.ear.heard).containsExactly("new one");
    }

    @Test
    void aFileThatIsOnlyCalledDifferentlyGoesOnWithoutAPause() throws IOException {
        var route = rig.camel.getRoute("ask");

        rig.move(FILE, "workflow/renamed.camel.yaml");
        rig.look();

        assertThat(rig.camel.getRoute("ask")).isSameAs(route);
        assertThat(rig.condition("workflow/renamed.camel.yaml")).isEqualTo(RouteCondition.RUNS);
    }

    @Test
    void aFileThatAnotherIsMovedOverIsTheOther() throws IOException {
        rig.write("workflow/.ask.camel.yaml.swp", "being written");
        rig.write("workflow/.ask.camel.yaml", ask("moved"));
        assertThat(rig.look()).isFalse();

        rig.move("workflow/.ask.camel.yaml", FILE);
        rig.look();
        rig.send("direct:ask", "one");

        assertThat(rig.ear.heard).containsExactly("moved one");
        assertThat(rig.standings()).hasSize(3);
    }

    @Test
    void aRouteCanBeMovedFromOneFileToAnother() throws IOException {
        rig.write(FILE, rig.hearing("stays", "workflow", "direct:stays", "stays"));
        rig.write(
                "workflow/other.camel.yaml",
                rig.hearing("other", "workflow", "direct:other", "other") + ask("elsewhere"));
        rig.look();
        rig.send("direct:ask", "one");

        assertThat(rig.ear.heard).containsExactly("elsewhere one");
        assertThat(rig.standings()).extracting("condition").containsOnly(RouteCondition.RUNS);
    }

    @Test
    void aRouteThatOthersSendToCannotBeTakenAway() throws IOException {
        rig.write("workflow/other.camel.yaml", calling("direct:ask"));
        rig.look();
        rig.write(FILE, rig.hearing("renamed", "workflow", "direct:renamed", "new"));
        rig.look();
        rig.send("direct:other", "one");

        assertThat(rig.ear.heard).containsExactly("old one");
        assertThat(rig.standing(FILE).remarks()).singleElement().asString().contains("leads to a route that does not");
    }

    @Test
    void filesThatOnlyWorkTogetherAreTakenTogether() throws IOException {
        rig.write("workflow/a.camel.yaml", rig.hearing("a", "workflow", "direct:a", "a") + calling("direct:b", "to-b"));
        rig.write("workflow/b.camel.yaml", rig.hearing("b", "workflow", "direct:b", "b") + calling("direct:a", "to-a"));
        rig.look();
        rig.send("direct:to-b", "one");

        assertThat(rig.ear.heard).containsExactly("b one");
    }

    @Test
    void aNameThatAnotherFileHasIsRefused() throws IOException {
        rig.write("workflow/second.camel.yaml", ask("second"));
        rig.look();
        rig.send("direct:ask", "one");

        assertThat(rig.ear.heard).containsExactly("old one");
        assertThat(rig.condition("workflow/second.camel.yaml")).isEqualTo(RouteCondition.BROKEN);
    }

    @Test
    void aRouteThatDoesNotStartLeavesTheOldOneRunning() throws IOException {
        rig.write("workflow/queue.camel.yaml", rig.hearing("queue", "workflow", "seda:queue", "queue"));
        rig.look();
        rig.write(FILE, ask("new") + rig.hearing("second", "workflow", "seda:queue", "the same queue"));
        rig.look();
        rig.send("direct:ask", "one");

        assertThat(rig.ear.heard).containsExactly("old one");
        assertThat(rig.standing(FILE).remarks()).singleElement().asString().contains("Multiple consumers");
        assertThat(rig.camel.getRoute("second")).isNull();
    }

    @Test
    void whatOperatorsHaveStoppedStaysStopped() throws Exception {
        rig.camel.getRouteController().stopRoute("ask");

        rig.write(FILE, ask("new"));
        rig.look();

        assertThat(rig.camel.getRouteController().getRouteStatus("ask")).isEqualTo(ServiceStatus.Stopped);
        rig.camel.getRouteController().startRoute("ask");
        rig.send("direct:ask", "one");
        assertThat(rig.ear.heard).containsExactly("new one");
    }

    @Test
    void aFolderThatIsNotThereForAWhileStopsNothing() throws IOException {
        Files.move(rig.folder, rig.folder.resolveSibling("away"));
        assertThatThrownBy(rig::look).hasRootCauseInstanceOf(IOException.class);
        Files.move(rig.folder.resolveSibling("away"), rig.folder);
        rig.look();
        rig.send("direct:ask", "one");

        assertThat(rig.ear.heard).containsExactly("old one");
    }

    /** The file with what is broken in the place of what was well. */
    private String broken(String by) {
        var key = by.replaceFirst(":.*", ":");
        return switch (key) {
            case "ref:", "method:", "uri:", "group:" -> ask("new").replaceFirst(key + "[^\n]*", quoted(by));
            case "beanType:" -> ask("new").replaceFirst("ref: ear", quoted(by));
            case "simple:", "constant:" ->
                ask("new")
                        .replaceFirst(
                                "simple:\\s+expression:[^\n]*",
                                quoted(key + "\n                expression: \"" + by.substring(key.length() + 1)
                                        + '"'));
            case "# a comment" -> ask("new") + by + "\n";
            default -> by;
        };
    }

    private static String quoted(String text) {
        return java.util.regex.Matcher.quoteReplacement(text);
    }

    private String calling(String other) {
        return calling(other, "other");
    }

    private String calling(String other, String id) {
        return rig.hearing(id, "workflow", "direct:" + id, "")
                .replaceFirst(
                        "(?s)- setBody:.*", "- to:\n            id: go-" + id + "\n            uri: " + other + "\n");
    }
}
