package io.anteroom.webkit.security;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;

/** Who may send a form with files, told by the request's head alone. */
@FunctionalInterface
public interface FormSenders {

    /** What names who sends {@code request}, the same for all of theirs at a clinic; nothing where that is nobody. */
    Optional<String> sender(HttpServletRequest request);
}
