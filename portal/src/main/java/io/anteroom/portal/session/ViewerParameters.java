package io.anteroom.portal.session;

import io.anteroom.clinic.access.session.Viewer;
import io.anteroom.clinic.access.session.VisibleChart;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/**
 * Gives controllers who is signed in, or better still what that person may see. A page that is open to everybody asks for
 * an {@code Optional<Viewer>}.
 */
@Component
class ViewerParameters implements WebMvcConfigurer, HandlerMethodArgumentResolver {

    @Override
    public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
        resolvers.add(this);
    }

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        var type = parameter.nestedIfOptional().getNestedParameterType();
        return type == Viewer.class || (type == VisibleChart.class && !parameter.isOptional());
    }

    @Override
    public Object resolveArgument(
            MethodParameter parameter,
            @Nullable ModelAndViewContainer container,
            NativeWebRequest request,
            @Nullable WebDataBinderFactory binders) {
        var chart = SessionFilter.chart();
        if (parameter.getParameterType() == Optional.class) {
            return chart.map(VisibleChart::viewer);
        }
        var present =
                chart.orElseThrow(() -> new IllegalStateException("A page that needs a viewer is open to everybody"));
        return parameter.getParameterType() == Viewer.class ? present.viewer() : present;
    }
}
