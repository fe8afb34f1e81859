package io.caravan.camel;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import javax.management.JMException;
import javax.management.ObjectName;
import org.apache.camel.CamelContext;
import org.apache.camel.api.management.mbean.ManagedProcessorMBean;
import org.apache.camel.api.management.mbean.ManagedRouteMBean;
import org.apache.camel.management.DefaultManagementAgent;
import org.apache.camel.spi.ManagementAgent;
import org.springframework.beans.BeanUtils;

/**
 * Registers Camel's MBeans, and lets Camel itself ask routes and steps directly, not over JMX. To tell the counters of all
 * steps, Camel asks each step three things for each route: with hundreds of routes more than two million questions a time,
 * for which JMX takes half a minute.
 */
public final class DirectManagementAgent extends DefaultManagementAgent {

    private final Map<ObjectName, Object> registered = new ConcurrentHashMap<>();

    private DirectManagementAgent(CamelContext camel) {
        super(camel);
    }

    /** Takes the place of Camel's own agent, with its settings; to be done before Camel starts. Without JMX there is none. */
    public static void replace(CamelContext camel) {
        var strategy = camel.getManagementStrategy();
        if (strategy.getManagementAgent() instanceof DefaultManagementAgent given) {
            var agent = new DirectManagementAgent(camel);
            BeanUtils.copyProperties(given, agent, ManagementAgent.class);
            strategy.setManagementAgent(agent);
        }
    }

    @Override
    public void register(Object managed, ObjectName name, boolean force) throws JMException {
        super.register(managed, name, force);
        if (managed instanceof ManagedRouteMBean || managed instanceof ManagedProcessorMBean) {
            registered.merge(name, managed, (before, now) -> force ? now : before);
        }
    }

    @Override
    public void unregister(ObjectName name) throws JMException {
        registered.remove(name);
        super.unregister(name);
    }

    /** What comes is Camel's own object, or else one that asks over JMX; nothing if there is no such MBean. */
    @Override
    public <T> T newProxyClient(ObjectName name, Class<T> type) {
        var managed = registered.get(name);
        return type.isInstance(managed) ? type.cast(managed) : super.newProxyClient(name, type);
    }
}
