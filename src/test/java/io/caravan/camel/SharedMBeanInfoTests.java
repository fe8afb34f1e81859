package io.caravan.camel;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import javax.management.Attribute;
import javax.management.MBeanFeatureInfo;
import javax.management.MBeanServer;
import javax.management.ObjectName;
import org.apache.camel.impl.DefaultCamelContext;
import org.junit.jupiter.api.Test;

class SharedMBeanInfoTests {

    private static final MBeanServer SERVER = ManagementFactory.getPlatformMBeanServer();

    @Test
    void jmxTellsTheSameOfEveryMBeanAsCamelAloneWould() throws Exception {
        var ours = told("described", true);
        var camels = told("described", false);

        assertThat(camels).hasSizeGreaterThan(10);
        assertThat(camels).allSatisfy((name, text) -> assertThat(ours.get(name)).isEqualTo(text));
    }

    @Test
    void stepsOfOneKindAnswerForThemselves() throws Exception {
        try (var camel = context("themselves", true)) {
            camel.createProducerTemplate().sendBody("direct:first", "x");

            for (var step : new String[] {"log-one", "log-two", "log-three"}) {
                assertThat(SERVER.getAttribute(step("themselves", step), "ProcessorId"))
                        .isEqualTo(step);
            }
            assertThat(SERVER.getAttribute(step("themselves", "log-two"), "ExchangesTotal"))
                    .isEqualTo(1L);
            assertThat(SERVER.getAttribute(step("themselves", "log-three"), "ExchangesTotal"))
                    .isEqualTo(0L);

            SERVER.setAttribute(step("themselves", "log-two"), new Attribute("StatisticsEnabled", false));
            assertThat(SERVER.getAttribute(step("themselves", "log-one"), "StatisticsEnabled"))
                    .isEqualTo(true);
            SERVER.invoke(
                    ObjectName.getInstance("org.apache.camel:context=themselves,type=routes,name=\"second\""),
                    "stop",
                    null,
                    null);
            assertThat(camel.getRouteController().getRouteStatus("second").isStopped())
                    .isTrue();
            assertThat(camel.getRouteController().getRouteStatus("first").isStarted())
                    .isTrue();
        }
    }

    private static DefaultCamelContext context(String name, boolean shared) throws Exception {
        var camel = new DefaultCamelContext();
        camel.getCamelContextExtension().setName(name);
        if (shared) {
            camel.getCamelContextExtension().setManagementMBeanAssembler(new SharedMBeanInfo(camel));
        }
        camel.addRoutes(new TwoRoutes());
        camel.start();
        return camel;
    }

    /** What each MBean can be asked and told to do, by its name. */
    private static Map<String, String> told(String context, boolean shared) throws Exception {
        var told = new TreeMap<String, String>();
        try (var camel = context(context, shared)) {
            assertThat(camel.isStarted()).isTrue();
            tell(told, ObjectName.getInstance("org.apache.camel:context=" + context + ",*"));
        }
        return told;
    }

    private static void tell(Map<String, String> told, ObjectName pattern) throws Exception {
        for (var name : SERVER.queryNames(pattern, null)) {
            var info = SERVER.getMBeanInfo(name);
            told.put(
                    name.getKeyProperty("type") + " "
                            + name.getKeyProperty("name").replaceFirst("0x[0-9a-f]+", ""),
                    String.join(
                            "\n",
                            info.getClassName(),
                            info.getDescription(),
                            features(info.getAttributes()),
                            features(info.getOperations()),
                            features(info.getNotifications())));
        }
    }

    private static String features(MBeanFeatureInfo[] features) {
        return Arrays.stream(features)
                .map(one -> one.getName() + ": " + one.getDescription() + " "
                        + new TreeMap<>(Arrays.stream(one.getDescriptor().getFieldNames())
                                .collect(Collectors.toMap(
                                        field -> field,
                                        field -> String.valueOf(
                                                one.getDescriptor().getFieldValue(field))))))
                .sorted()
                .collect(Collectors.joining("\n"));
    }

    private static ObjectName step(String context, String id) throws Exception {
        return ObjectName.getInstance("org.apache.camel:context=" + context + ",type=processors,name=\"" + id + "\"");
    }
}
