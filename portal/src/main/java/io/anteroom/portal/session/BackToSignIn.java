package io.anteroom.portal.session;

import io.anteroom.webkit.problem.ProblemPages;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Set;
import java.util.regex.Pattern;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.web.access.AccessDeniedHandler;

/**
 * Answers forms whose CSRF token is missing or too old. One of the pages that lead in gives the browser the page again with a
 * new token, or, if another tab signed in meanwhile, lets it in: nobody is to see an error there.
 */
final class BackToSignIn implements AccessDeniedHandler {

    private static final Pattern LINK =
            Pattern.compile("((?:/sign-in/invitation|/link|/form|/pay)/[A-Za-z0-9_-]{1,100})(?:/opening|/identity)?");

    /** The payment that is named in the address is all that the page behind it knows. */
    private static final Pattern PAID = Pattern.compile("payment=[0-9a-f-]{36}");

    private static final Pattern BOOKING = Pattern.compile("/book/([0-9]{1,18}|details)");

    private static final Set<String> OWN_PAGE =
            Set.of("/register", "/sign-in/recovery", "/sign-in/password", "/sign-in/second-step");

    private final ProblemPages problems;

    BackToSignIn(ProblemPages problems) {
        this.problems = problems;
    }

    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response, AccessDeniedException refused)
            throws IOException {
        var path = request.getRequestURI();
        String query = request.getQueryString();
        if (path.equals("/pay/result") && query != null && PAID.matcher(query).matches()) {
            response.setHeader(HttpHeaders.LOCATION, path + "?" + query);
            response.setStatus(HttpStatus.SEE_OTHER.value());
        } else if (LINK.matcher(path).matches() || path.matches("/(sign-in|link|register|book|form)(/.*)?")) {
            response.setHeader(HttpHeaders.LOCATION, page(path));
            response.setStatus(HttpStatus.SEE_OTHER.value());
        } else {
            problems.write(request, response, HttpStatus.FORBIDDEN);
        }
    }

    /** The page whose form it was. A link's own is that link again, made of what a token may have alone. */
    private static String page(String path) {
        var link = LINK.matcher(path);
        if (link.matches()) {
            return link.group(1);
        }
        if (path.startsWith("/sign-in/forgotten")) {
            return "/sign-in/forgotten";
        }
        if (OWN_PAGE.contains(path) || BOOKING.matcher(path).matches()) {
            return path;
        }
        if (path.startsWith("/book")) {
            return "/book";
        }
        return path.startsWith("/sign-in/code") ? "/sign-in/code" : "/sign-in";
    }
}
