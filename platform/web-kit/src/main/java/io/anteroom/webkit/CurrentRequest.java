package io.anteroom.webkit;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/** The request a page is being made for, so that not every page model has to carry a token or a message. */
public final class CurrentRequest {

    private CurrentRequest() {}

    /** The request of this thread; nothing where a page is rendered outside one, as in a test. */
    public static Optional<HttpServletRequest> find() {
        return RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes attributes
                ? Optional.of(attributes.getRequest())
                : Optional.empty();
    }

    /** Whether the page answers a form that was sent, so that a browser could not ask for it again without sending it twice. */
    public static boolean isForm() {
        return find().filter(request -> request.getMethod().equals("POST")).isPresent();
    }
}
