package io.anteroom.portal.family;

import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Puts {@link AskForWhom} before the controllers. */
@Configuration(proxyBeanMethods = false)
class FamilyConfiguration implements WebMvcConfigurer {

    private final AskForWhom ask;

    FamilyConfiguration(AskForWhom ask) {
        this.ask = ask;
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(ask);
    }
}
