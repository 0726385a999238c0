package io.anteroom.webkit.host;

import java.lang.reflect.Method;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.web.servlet.mvc.condition.RequestCondition;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Spring's mapping, which also heeds {@link OnHost}. */
public final class HostMapping extends RequestMappingHandlerMapping {

    private final Hosts hosts;

    /** Tells front doors apart by {@code hosts}. */
    public HostMapping(Hosts hosts) {
        this.hosts = hosts;
    }

    /** Asked for each method, since a type is asked only where it is itself mapped to a path. */
    @Override
    protected @Nullable RequestCondition<?> getCustomMethodCondition(Method method) {
        OnHost on = AnnotatedElementUtils.findMergedAnnotation(method.getDeclaringClass(), OnHost.class);
        return on == null ? null : new HostCondition(hosts, on.value());
    }
}
