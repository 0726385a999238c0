package io.anteroom.portal.brand;

import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Puts {@link OpenPortal} before the controllers. */
@Configuration(proxyBeanMethods = false)
class OpenPortalConfiguration implements WebMvcConfigurer {

    private final OpenPortal open;

    OpenPortalConfiguration(OpenPortal open) {
        this.open = open;
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(open);
    }
}
