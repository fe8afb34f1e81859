package io.caravan.ops;

import io.caravan.usecase.ops.NoteCamelCall;
import java.util.Set;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import javax.management.ObjectName;
import org.jolokia.server.core.service.api.Restrictor;
import org.jolokia.server.core.util.HttpMethod;
import org.jolokia.server.core.util.RequestType;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes down whatever operators do through Jolokia that may change something. What cannot be written down is refused.
 * The service's own beans write down themselves what they do.
 */
public final class AuditedAccess implements Restrictor {

    private static final Logger LOG = LoggerFactory.getLogger("caravan.operators");

    /** Their operations look, or are written down by themselves. */
    private static final Set<String> OTHERS = Set.of("caravan", "hawtio");

    private static final Pattern LOOKS = Pattern.compile("(dump|browse|list|count|queueSize).*");

    private final Restrictor policy;
    private final NoteCamelCall noteCamelCall;
    private final Supplier<String> operator;

    /**
     * @param policy what is allowed
     * @param operator the name of whoever calls
     */
    public AuditedAccess(Restrictor policy, NoteCamelCall noteCamelCall, Supplier<String> operator) {
        this.policy = policy;
        this.noteCamelCall = noteCamelCall;
        this.operator = operator;
    }

    /** Asked right before each call. */
    @Override
    public boolean isOperationAllowed(ObjectName bean, String call) {
        return policy.isOperationAllowed(bean, call)
                && (OTHERS.contains(bean.getDomain()) || LOOKS.matcher(call).matches() || isNoted(bean, call));
    }

    private boolean isNoted(ObjectName bean, String call) {
        var subject = bean.getKeyProperty("type") + " " + plain(bean.getKeyProperty("name"));
        try {
            noteCamelCall.note(operator.get(), subject, call);
            LOG.warn("{} calls {} of {}", operator.get(), call, subject);
            return true;
        } catch (RuntimeException e) {
            LOG.warn("{} of {} is refused, since it cannot be written down", call, subject, e);
            return false;
        }
    }

    private static String plain(String name) {
        return name == null ? "" : name.replace("\"", "");
    }

    @Override
    public boolean isHttpMethodAllowed(HttpMethod method) {
        return policy.isHttpMethodAllowed(method);
    }

    @Override
    public boolean isTypeAllowed(RequestType type) {
        return policy.isTypeAllowed(type);
    }

    @Override
    public boolean isAttributeReadAllowed(ObjectName bean, String attribute) {
        return policy.isAttributeReadAllowed(bean, attribute);
    }

    @Override
    public boolean isAttributeWriteAllowed(ObjectName bean, String attribute) {
        return policy.isAttributeWriteAllowed(bean, attribute);
    }

    @Override
    public boolean isRemoteAccessAllowed(String... from) {
        return policy.isRemoteAccessAllowed(from);
    }

    /** No other site may read an answer. What pages of any site may send has been looked at before. */
    @Override
    public boolean isOriginAllowed(String origin, boolean strictly) {
        return strictly && policy.isOriginAllowed(origin, true);
    }

    @Override
    public boolean isObjectNameHidden(ObjectName bean) {
        return policy.isObjectNameHidden(bean);
    }

    @Override
    public boolean ignoreScheme() {
        return policy.ignoreScheme();
    }
}
