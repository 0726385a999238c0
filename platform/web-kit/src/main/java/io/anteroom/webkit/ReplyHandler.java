package io.anteroom.webkit;

import gg.jte.Content;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodReturnValueHandler;
import org.springframework.web.method.support.ModelAndViewContainer;

/**
 * Writes what controllers return: a template's model, any other content, or a {@link Reply}. A page is made whole before
 * its first byte is sent, so that a fault in the middle of it is a clean problem page.
 */
final class ReplyHandler implements HandlerMethodReturnValueHandler {

    @Override
    public boolean supportsReturnType(MethodParameter returnType) {
        Class<?> type = returnType.getParameterType();
        return Content.class.isAssignableFrom(type) || Reply.class.isAssignableFrom(type);
    }

    @Override
    public void handleReturnValue(
            @Nullable Object value, MethodParameter type, ModelAndViewContainer container, NativeWebRequest web)
            throws IOException {
        container.setRequestHandled(true);
        HttpServletRequest request = Objects.requireNonNull(web.getNativeRequest(HttpServletRequest.class));
        HttpServletResponse response = Objects.requireNonNull(web.getNativeResponse(HttpServletResponse.class));
        switch (value) {
            case Content content -> page(request, response, HttpStatus.OK, content);
            case Reply.Page page -> page(request, response, page.status(), page.content());
            case Reply.Redirect redirect -> redirect(request, response, redirect);
            case null, default -> throw new IllegalStateException("A controller returned nothing to show");
        }
    }

    private static void page(
            HttpServletRequest request, HttpServletResponse response, HttpStatus status, Content content)
            throws IOException {
        response.addHeader(HttpHeaders.VARY, "HX-Request");
        if (!Htmx.wantsFragment(request)) {
            Flash.pickUp(request, response);
            CurrentRequest.answered(request);
        }
        PageWriter.write(response, status, content);
    }

    private static void redirect(HttpServletRequest request, HttpServletResponse response, Reply.Redirect redirect) {
        Flash flash = redirect.flash();
        if (flash != null) {
            flash.leave(request, response);
        }
        if (Htmx.wantsFragment(request)) {
            response.setHeader("HX-Redirect", redirect.url());
            response.setStatus(HttpStatus.NO_CONTENT.value());
        } else {
            response.setHeader(HttpHeaders.LOCATION, redirect.url());
            response.setStatus(HttpStatus.SEE_OTHER.value());
        }
    }
}
