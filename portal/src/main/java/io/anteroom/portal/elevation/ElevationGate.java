package io.anteroom.portal.elevation;

import io.anteroom.clinic.access.elevation.ElevatedChart;
import io.anteroom.portal.session.CurrentChart;
import io.anteroom.webkit.Htmx;
import io.anteroom.webkit.RecordsOpen;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/**
 * Gives a handler its {@link ElevatedChart} while clinical records are open, and else leads to the page that opens them and
 * back, before anything of the handler runs.
 */
@Component
class ElevationGate implements HandlerInterceptor, HandlerMethodArgumentResolver, WebMvcConfigurer {

    /** After the question for whom somebody is here, which comes before any page of one patient. */
    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(this).order(1);
    }

    @Override
    public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
        resolvers.add(this);
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        boolean asks = asks(handler);
        var open = CurrentChart.find().flatMap(ElevatedChart::of);
        open.filter(chart -> !chart.chart().isPreview())
                .ifPresent(chart -> RecordsOpen.at(
                        request, chart.until(), ReturnTo.of(path(request)).unlockUrl(), asks));
        if (asks && open.isEmpty()) {
            leadToTheCheck(request, response);
            return false;
        }
        return true;
    }

    private static boolean asks(Object handler) {
        return handler instanceof HandlerMethod method
                && Arrays.stream(method.getMethodParameters())
                        .anyMatch(parameter -> parameter.getParameterType() == ElevatedChart.class);
    }

    /** A fragment has its whole page loaded anew; a form is not kept, and nothing of it was done. */
    private static void leadToTheCheck(HttpServletRequest request, HttpServletResponse response) {
        if (Htmx.wantsFragment(request)) {
            response.setHeader("HX-Refresh", "true");
            response.setStatus(HttpStatus.NO_CONTENT.value());
            return;
        }
        var back = HttpMethod.GET.matches(request.getMethod()) ? ReturnTo.of(path(request)) : new ReturnTo("");
        response.setHeader(HttpHeaders.LOCATION, back.unlockUrl());
        response.setStatus(HttpStatus.SEE_OTHER.value());
    }

    private static String path(HttpServletRequest request) {
        var query = request.getQueryString();
        return query == null ? request.getRequestURI() : request.getRequestURI() + "?" + query;
    }

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return parameter.getParameterType() == ElevatedChart.class;
    }

    @Override
    public Object resolveArgument(
            MethodParameter parameter,
            @Nullable ModelAndViewContainer container,
            NativeWebRequest request,
            @Nullable WebDataBinderFactory binders) {
        Optional<ElevatedChart> open = CurrentChart.find().flatMap(ElevatedChart::of);
        return open.orElseThrow(() -> new IllegalStateException("A page behind the gate was reached around it"));
    }
}
