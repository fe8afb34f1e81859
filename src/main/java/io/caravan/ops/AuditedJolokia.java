package io.caravan.ops;

import java.util.Map;
import org.jolokia.server.core.http.AgentServlet;
import org.jolokia.server.core.service.api.Restrictor;
import org.jolokia.support.spring.actuator.JolokiaEndpoint;
import org.springframework.boot.actuate.endpoint.web.EndpointServlet;

/** Jolokia with an access of our own. */
@SuppressWarnings("removal")
public final class AuditedJolokia extends JolokiaEndpoint {

    private final Map<String, String> settings;
    private final Restrictor access;

    public AuditedJolokia(Map<String, String> settings, Restrictor access) {
        super(settings);
        this.settings = Map.copyOf(settings);
        this.access = access;
    }

    @Override
    public EndpointServlet get() {
        return new EndpointServlet(new AgentServlet(access)).withInitParameters(settings);
    }
}
