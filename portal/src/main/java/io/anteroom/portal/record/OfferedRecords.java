package io.anteroom.portal.record;

import io.anteroom.clinic.settings.PublishedPortals;
import io.anteroom.clinic.settings.Section;
import io.anteroom.webkit.problem.NoSuchPageException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/**
 * No page of clinical records exists where the clinic doesn't offer them: said before anybody is asked for whom they are here, or
 * sent a code for nothing.
 */
@Component
class OfferedRecords implements HandlerInterceptor, WebMvcConfigurer {

    private final PublishedPortals portals;

    OfferedRecords(PublishedPortals portals) {
        this.portals = portals;
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(this).addPathPatterns("/records", "/records/**").order(-1);
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        if (!portals.current().offers(Section.CLINICAL_RECORDS)) {
            throw new NoSuchPageException();
        }
        return true;
    }
}
