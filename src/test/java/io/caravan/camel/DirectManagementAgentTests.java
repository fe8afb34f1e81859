package io.caravan.camel;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.lang.reflect.Proxy;
import java.util.List;
import javax.management.ObjectName;
import org.apache.camel.ManagementStatisticsLevel;
import org.apache.camel.api.management.mbean.ManagedProcessorMBean;
import org.apache.camel.impl.DefaultCamelContext;
import org.junit.jupiter.api.Test;

class DirectManagementAgentTests {

    @Test
    void theCountersOfAllStepsAreThoseThatCamelsOwnAgentTells() throws Exception {
        try (var ours = context("direct-agent", true);
                var camels = context("direct-agent-not", false)) {
            assertThat(counters(ours))
                    .anyMatch(line -> line.contains("id=\"log-two\"") && line.contains("exchangesTotal=\"1\""));

            assertThat(counters(ours)).isEqualTo(counters(camels));
        }
    }

    @Test
    void stepsAreAskedDirectlyUntilTheirRouteIsGone() throws Exception {
        try (var camel = context("direct-agent-gone", true)) {
            var name = step("direct-agent-gone", "log-two");
            var agent = camel.getManagementStrategy().getManagementAgent();
            var asked = agent.newProxyClient(name, ManagedProcessorMBean.class);
            assertThat(asked.getProcessorId()).isEqualTo("log-two");
            assertThat(Proxy.isProxyClass(asked.getClass())).isFalse();

            camel.getRouteController().stopRoute("first");
            camel.removeRoute("first");

            assertThat(ManagementFactory.getPlatformMBeanServer().isRegistered(name))
                    .isFalse();
            assertThat(agent.newProxyClient(name, ManagedProcessorMBean.class)).isNull();
        }
    }

    @Test
    void whoComesSecondUnderANameIsNotAskedUnlessItTakesThePlaceByForce() throws Exception {
        try (var camel = context("direct-agent-second", true)) {
            var agent = camel.getManagementStrategy().getManagementAgent();
            var one = step("direct-agent-second", "log-one");
            var other = agent.newProxyClient(step("direct-agent-second", "log-two"), ManagedProcessorMBean.class);

            agent.register(other, one, false);
            assertThat(agent.newProxyClient(one, ManagedProcessorMBean.class).getProcessorId())
                    .isEqualTo("log-one");

            agent.register(other, one, true);
            assertThat(agent.newProxyClient(one, ManagedProcessorMBean.class).getProcessorId())
                    .isEqualTo("log-two");
        }
    }

    @Test
    void whatWasSetStaysSet() {
        var camel = new DefaultCamelContext();
        var given = camel.getManagementStrategy().getManagementAgent();
        given.setStatisticsLevel(ManagementStatisticsLevel.RoutesOnly);
        given.setMask(false);

        DirectManagementAgent.replace(camel);

        var agent = camel.getManagementStrategy().getManagementAgent();
        assertThat(agent).isInstanceOf(DirectManagementAgent.class);
        assertThat(agent.getStatisticsLevel()).isEqualTo(ManagementStatisticsLevel.RoutesOnly);
        assertThat(agent.getMask()).isFalse();
    }

    @Test
    void withoutJmxThereIsNothingToReplace() {
        var camel = new DefaultCamelContext();
        camel.disableJMX();

        DirectManagementAgent.replace(camel);

        assertThat(camel.getManagementStrategy().getManagementAgent()).isNull();
    }

    private static DefaultCamelContext context(String name, boolean direct) throws Exception {
        var camel = new DefaultCamelContext();
        camel.getCamelContextExtension().setName(name);
        if (direct) {
            DirectManagementAgent.replace(camel);
        }
        camel.addRoutes(new TwoRoutes());
        camel.start();
        camel.createProducerTemplate().sendBody("direct:first", "x");
        return camel;
    }

    /** As Hawtio asks for them, in the order of the alphabet, without times and what counts the contexts of this JVM. */
    private static List<String> counters(DefaultCamelContext camel) throws Exception {
        var told = (String) ManagementFactory.getPlatformMBeanServer()
                .invoke(
                        ObjectName.getInstance("org.apache.camel:context=" + camel.getName() + ",type=context,name=\""
                                + camel.getName() + "\""),
                        "dumpRoutesStatsAsXml",
                        new Object[] {true, true},
                        new String[] {"boolean", "boolean"});
        return told.replaceAll("\\b(\\w*([Tt]ime|Timestamp|ExchangeId|idleSince)|index)=\"[^\"]*\"", "")
                .replace(camel.getName(), "")
                .lines()
                .sorted()
                .toList();
    }

    private static ObjectName step(String context, String id) throws Exception {
        return ObjectName.getInstance("org.apache.camel:context=" + context + ",type=processors,name=\"" + id + "\"");
    }
}
