package io.caravan.camel;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import javax.management.JMException;
import javax.management.MBeanServer;
import javax.management.ObjectName;
import javax.management.modelmbean.InvalidTargetObjectTypeException;
import javax.management.modelmbean.ModelMBean;
import javax.management.modelmbean.ModelMBeanInfo;
import org.apache.camel.CamelContext;
import org.apache.camel.api.management.ManagedInstance;
import org.apache.camel.api.management.ManagedResource;
import org.apache.camel.api.management.NotificationSenderAware;
import org.apache.camel.spring.spi.SpringManagementMBeanAssembler;
import org.apache.camel.support.management.MixinRequiredModelMBean;
import org.apache.camel.support.management.NotificationSenderAdapter;
import org.springframework.core.annotation.AnnotationUtils;

/**
 * Describes the MBeans of one class to JMX with one description. Camel describes each of the thousands of steps anew,
 * which takes seconds of each start for descriptions that are all the same.
 */
public final class SharedMBeanInfo extends SpringManagementMBeanAssembler {

    private final Map<Class<?>, ModelMBeanInfo> known = new ConcurrentHashMap<>();

    public SharedMBeanInfo(CamelContext camel) {
        super(camel);
    }

    /** MBeans that speak for an annotated object of somebody else's, too, are left to Camel. */
    @Override
    public ModelMBean assemble(MBeanServer server, Object managed, ObjectName name) throws JMException {
        if (managed instanceof ManagedInstance one && isAnnotated(one.getInstance())) {
            return super.assemble(server, managed, name);
        }
        var info = known.get(managed.getClass());
        if (info != null) {
            return describe(managed, info);
        }
        var first = super.assemble(server, managed, name);
        if (first instanceof MixinRequiredModelMBean) {
            known.put(managed.getClass(), (ModelMBeanInfo) first.getMBeanInfo());
        }
        return first;
    }

    private ModelMBean describe(Object managed, ModelMBeanInfo info) throws JMException {
        var masked = Boolean.TRUE.equals(
                camelContext.getManagementStrategy().getManagementAgent().getMask());
        var described = new MixinRequiredModelMBean(info, masked, null, null);
        try {
            described.setManagedResource(managed, "ObjectReference");
        } catch (InvalidTargetObjectTypeException e) {
            throw new JMException(e.getMessage());
        }
        if (managed instanceof NotificationSenderAware sender) {
            sender.setNotificationSender(new NotificationSenderAdapter(described));
        }
        return described;
    }

    private static boolean isAnnotated(Object instance) {
        return instance != null
                && (AnnotationUtils.findAnnotation(instance.getClass(), ManagedResource.class) != null
                        || AnnotationUtils.findAnnotation(
                                        instance.getClass(),
                                        org.springframework.jmx.export.annotation.ManagedResource.class)
                                != null);
    }
}
