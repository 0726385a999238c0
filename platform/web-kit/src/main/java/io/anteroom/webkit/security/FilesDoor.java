package io.anteroom.webkit.security;

import static io.anteroom.language.Say.say;

import io.anteroom.webkit.problem.Problem;
import io.anteroom.webkit.problem.ProblemPages;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.security.authentication.InsufficientAuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Stands before whoever asks for a parameter, the check against forged forms first of all: of a form with files that means that all of it is
 * read and put on the disk. It lets in those of people who are signed in, and a few at once; the rest is read by nobody.
 */
final class FilesDoor extends OncePerRequestFilter {

    private static final Pattern ORGANISATION = Pattern.compile("/o/[^/]+");
    private static final String AGAIN_AFTER = "60";

    private final FormSenders senders;
    private final AuthenticationEntryPoint nobody;
    private final FormPlaces places;
    private final ProblemPages problems;

    FilesDoor(FormSenders senders, AuthenticationEntryPoint nobody, FormPlaces places, ProblemPages problems) {
        this.senders = senders;
        this.nobody = nobody;
        this.places = places;
        this.problems = problems;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !Optional.ofNullable(request.getContentType())
                .orElse("")
                .strip()
                .toLowerCase(Locale.ROOT)
                .startsWith("multipart/");
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Optional<String> sender = senders.sender(request);
        if (sender.isEmpty()) {
            nobody.commence(request, response, new InsufficientAuthenticationException("A form with files of nobody"));
            return;
        }
        String clinic = clinic(request);
        if (!places.enter(clinic, sender.get())) {
            response.setHeader(HttpHeaders.RETRY_AFTER, AGAIN_AFTER);
            problems.write(
                    request,
                    response,
                    new Problem(
                            HttpStatus.TOO_MANY_REQUESTS,
                            say("Many files are arriving just now"),
                            say("Nothing of this one was kept. Go back and send it again in a minute.")));
            return;
        }
        try {
            chain.doFilter(request, response);
        } finally {
            places.leave(clinic, sender.get());
        }
    }

    /** A portal is a host of its own; the staff's pages of a clinic are below a path. */
    private static String clinic(HttpServletRequest request) {
        var organisation = ORGANISATION.matcher(request.getRequestURI());
        return request.getServerName() + (organisation.lookingAt() ? organisation.group() : "");
    }
}
