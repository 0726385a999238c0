package io.anteroom.portal.family;

import io.anteroom.clinic.access.elevation.ElevatedChart;
import io.anteroom.clinic.access.session.VisibleChart;
import io.anteroom.portal.frame.OfAnyPatient;
import io.anteroom.portal.frame.SignedIn;
import io.anteroom.portal.session.Wanted;
import io.anteroom.webkit.Htmx;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import java.util.Set;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * Stands before the pages of one patient: who may see several and has not said for whom to act is asked that first, and
 * then led on. A form is not led on, since nothing says for whom it was filled in.
 */
@Component
class AskForWhom implements HandlerInterceptor {

    private static final Set<Class<?>> CHARTS = Set.of(VisibleChart.class, ElevatedChart.class);

    private final ObjectProvider<SignedIn> signedIn;

    AskForWhom(ObjectProvider<SignedIn> signedIn) {
        this.signedIn = signedIn;
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        if (!(handler instanceof HandlerMethod method) || !isOfOnePatient(method) || !hasToSay()) {
            return true;
        }
        if (Htmx.wantsFragment(request)) {
            response.setHeader("HX-Redirect", "/for");
        } else {
            response.setHeader(HttpHeaders.LOCATION, address(request));
            response.setStatus(HttpStatus.SEE_OTHER.value());
        }
        return false;
    }

    private static boolean isOfOnePatient(HandlerMethod method) {
        return Arrays.stream(method.getMethodParameters())
                        .anyMatch(parameter -> CHARTS.contains(parameter.getParameterType()))
                && !method.hasMethodAnnotation(OfAnyPatient.class)
                && !method.getBeanType().isAnnotationPresent(OfAnyPatient.class);
    }

    private boolean hasToSay() {
        return signedIn.stream()
                .flatMap(who -> who.chart().stream())
                .findFirst()
                .filter(VisibleChart::asksForWhom)
                .isPresent();
    }

    private static String address(HttpServletRequest request) {
        var query = request.getQueryString();
        var wanted = query == null ? request.getRequestURI() : request.getRequestURI() + "?" + query;
        boolean leadOn = HttpMethod.GET.matches(request.getMethod()) && !wanted.equals("/") && Wanted.mayBe(wanted);
        return leadOn
                ? UriComponentsBuilder.fromPath("/for")
                        .queryParam("to", "{wanted}")
                        .encode()
                        .buildAndExpand(wanted)
                        .toUriString()
                : "/for";
    }
}
