package io.anteroom.tenantadmin.frame;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.stereotype.Component;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Asks for the right that a handler {@link Needs}, before anything of it runs. A handler that names none is refused. */
@Component
class AskedRights implements HandlerInterceptor, WebMvcConfigurer {

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(this).addPathPatterns("/o/**");
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        // What Spring answers to OPTIONS names methods and nothing else; no handler of ours does.
        if (handler instanceof HandlerMethod method && !request.getMethod().equals("OPTIONS")) {
            Needs needs = method.getMethodAnnotation(Needs.class);
            if (needs == null) {
                throw new IllegalStateException(method.getShortLogMessage() + " does not say which right it needs");
            }
            RequestMember.of(request).require(needs.value());
        }
        return true;
    }
}
