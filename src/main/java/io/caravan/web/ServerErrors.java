package io.caravan.web;

import io.caravan.core.dialect.CorrelationId;
import io.caravan.core.dialect.Refusal;
import java.io.IOException;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ErrorReportValve;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Words the errors of requests that are too broken for the server to hand to any filter. */
public final class ServerErrors extends ErrorReportValve {

    private static final Logger LOG = LoggerFactory.getLogger(ServerErrors.class);

    private final Doors doors;

    public ServerErrors(Doors doors) {
        this.doors = doors;
    }

    @Override
    protected void report(Request request, Response response, Throwable cause) {
        if (response.getStatus() < 400 || response.getContentWritten() > 0 || !response.setErrorReported()) {
            return;
        }
        try {
            if (request.getAttribute(CorrelationId.ATTRIBUTE) == null) {
                request.setAttribute(CorrelationId.ATTRIBUTE, CorrelationId.of(request.getHeader("CorrelationId")));
            }
            doors.refuse(request, response.getResponse(), Refusal.of(response.getStatus()));
        } catch (IOException | IllegalStateException e) {
            LOG.debug("The caller cannot be told of status {}", response.getStatus(), e);
        }
    }
}
