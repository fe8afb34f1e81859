package io.caravan.ops;

import javax.management.ObjectInstance;
import org.jolokia.service.jmx.api.CacheKeyProvider;

/**
 * Lets Jolokia describe each kind of Camel's MBeans once, when it lists them. There are thousands of them, one for each
 * step of each route; described one by one, their list is so long that browsers give up on it.
 */
public final class CamelListing extends CacheKeyProvider {

    private static final String DOMAIN = "org.apache.camel";

    /** @param order among others of its kind, as META-INF/jolokia/services has it */
    public CamelListing(int order) {
        super(order);
    }

    /** MBeans of one class look the same. */
    @Override
    public String determineKey(ObjectInstance bean) {
        return DOMAIN.equals(bean.getObjectName().getDomain()) ? DOMAIN + ":" + bean.getClassName() : null;
    }
}
