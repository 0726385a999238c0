package io.anteroom.webkit;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.springframework.http.HttpMethod;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/** The request a page is being made for, so that not every page model has to carry a token or a message. */
public final class CurrentRequest {

    private static final String FORM = CurrentRequest.class.getName() + ".form";

    private CurrentRequest() {}

    /** The request of this thread; nothing where a page is rendered outside one, as in a test. */
    public static Optional<HttpServletRequest> find() {
        return RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes attributes
                ? Optional.of(attributes.getRequest())
                : Optional.empty();
    }

    /**
     * Whether the page is a controller's answer to a form, so that a browser could not ask for it again without sending it
     * twice. A problem page isn't: it may keep what was typed, to be sent again.
     */
    public static boolean isForm() {
        return find().filter(request -> request.getAttribute(FORM) != null).isPresent();
    }

    /** Notes that a controller answers {@code request} with a page. */
    static void answered(HttpServletRequest request) {
        if (HttpMethod.POST.matches(request.getMethod())) {
            request.setAttribute(FORM, true);
        }
    }
}
