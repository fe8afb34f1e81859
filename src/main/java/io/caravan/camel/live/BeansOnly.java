package io.caravan.camel.live;

import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.camel.CamelContextAware;
import org.apache.camel.Component;
import org.apache.camel.spi.BeanRepository;
import org.quartz.Scheduler;

/** The beans of the service, without those that belong to its own context: another one would take them over. */
record BeansOnly(BeanRepository all) implements BeanRepository {

    @Override
    public Object lookupByName(String name) {
        return withoutOwned(all.lookupByName(name));
    }

    @Override
    public <T> T lookupByNameAndType(String name, Class<T> type) {
        return withoutOwned(all.lookupByNameAndType(name, type));
    }

    @Override
    public <T> Map<String, T> findByTypeWithName(Class<T> type) {
        return all.findByTypeWithName(type).entrySet().stream()
                .filter(entry -> !isOwned(entry.getValue()))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    @Override
    public <T> Set<T> findByType(Class<T> type) {
        return all.findByType(type).stream().filter(bean -> !isOwned(bean)).collect(Collectors.toSet());
    }

    private static <T> T withoutOwned(T bean) {
        return isOwned(bean) ? null : bean;
    }

    private static boolean isOwned(Object bean) {
        return bean instanceof Component || bean instanceof Scheduler || bean instanceof CamelContextAware;
    }
}
