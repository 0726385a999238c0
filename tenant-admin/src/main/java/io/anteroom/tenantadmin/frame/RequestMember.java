package io.anteroom.tenantadmin.frame;

import io.anteroom.clinic.staff.StaffMember;
import io.anteroom.webkit.CurrentRequest;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** The {@link StaffMember} who makes a request below {@code /o/{organisation}}; controllers are given it as an argument. */
@Component
public class RequestMember implements HandlerMethodArgumentResolver, WebMvcConfigurer {

    private static final String MEMBER = StaffMember.class.getName();

    RequestMember() {}

    /** Says who asks, once that is known. */
    public static void bind(HttpServletRequest request, StaffMember member) {
        request.setAttribute(MEMBER, member);
    }

    static StaffMember of(HttpServletRequest request) {
        return Optional.ofNullable((StaffMember) request.getAttribute(MEMBER))
                .orElseThrow(() -> new IllegalStateException("This page is outside any organisation"));
    }

    static StaffMember current() {
        return CurrentRequest.find()
                .map(RequestMember::of)
                .orElseThrow(() -> new IllegalStateException("No request is being answered"));
    }

    @Override
    public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
        resolvers.add(this);
    }

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return parameter.getParameterType() == StaffMember.class;
    }

    @Override
    public StaffMember resolveArgument(
            MethodParameter parameter,
            @Nullable ModelAndViewContainer container,
            NativeWebRequest request,
            @Nullable WebDataBinderFactory binders) {
        return of(Objects.requireNonNull(request.getNativeRequest(HttpServletRequest.class)));
    }
}
