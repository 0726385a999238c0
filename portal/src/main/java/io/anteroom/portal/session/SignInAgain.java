package io.anteroom.portal.session;

import io.anteroom.clinic.access.session.Sessions;
import io.anteroom.clinic.access.session.VisibleChart;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/**
 * Stands before the pages that {@linkplain ChangesWaysIn change ways in}, and before the check that opens clinical records,
 * which would not be enough. What it asks is asked again where a way in is made; this is to lead people there.
 */
@Component
class SignInAgain implements HandlerInterceptor, WebMvcConfigurer {

    private static final Duration REMEMBERED = Duration.ofMinutes(30);

    private final Sessions sessions;
    private final PortalCookies cookies;

    SignInAgain(Sessions sessions, PortalCookies cookies) {
        this.sessions = sessions;
        this.cookies = cookies;
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(this);
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        boolean again = handler instanceof HandlerMethod method
                && method.getBeanType().isAnnotationPresent(ChangesWaysIn.class)
                && SessionFilter.chart()
                        .map(VisibleChart::viewer)
                        .filter(sessions::signsInAgainFirst)
                        .isPresent();
        if (again) {
            lead(request, response);
        }
        return !again;
    }

    private void lead(HttpServletRequest request, HttpServletResponse response) {
        boolean page = HttpMethod.GET.matches(request.getMethod()) && Wanted.mayBe(request.getRequestURI());
        cookies.wanting(response, page ? request.getRequestURI() : "/security", REMEMBERED);
        response.setHeader(HttpHeaders.LOCATION, "/sign-in?renew=security");
        response.setStatus(HttpStatus.SEE_OTHER.value());
    }
}
