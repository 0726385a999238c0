package io.anteroom.webkit.problem;

import io.anteroom.webkit.download.BrokenOffException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.TypeMismatchException;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.firewall.RequestRejectedException;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.ServletRequestBindingException;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.context.request.async.AsyncRequestNotUsableException;
import org.springframework.web.multipart.MaxUploadSizeExceededException;
import org.springframework.web.multipart.MultipartException;

/** Turns what controllers throw into problem pages, and writes to the log only what is our fault. */
@ControllerAdvice
@Order(Ordered.LOWEST_PRECEDENCE)
final class ProblemAdvice {

    private static final Logger log = LoggerFactory.getLogger(ProblemAdvice.class);

    private final ProblemPages pages;

    ProblemAdvice(ProblemPages pages) {
        this.pages = pages;
    }

    /** An id that is no id is a page that does not exist. */
    @ExceptionHandler({NoSuchPageException.class, TypeMismatchException.class})
    void noSuchPage(HttpServletRequest request, HttpServletResponse response) throws IOException {
        pages.write(request, response, HttpStatus.NOT_FOUND);
    }

    @ExceptionHandler(TooManyRequestsException.class)
    void tooMany(TooManyRequestsException e, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        response.setHeader(
                HttpHeaders.RETRY_AFTER,
                String.valueOf(e.retryAfter().plusMillis(999).toSeconds()));
        pages.write(request, response, HttpStatus.TOO_MANY_REQUESTS);
    }

    @ExceptionHandler(MaxUploadSizeExceededException.class)
    void tooLarge(HttpServletRequest request, HttpServletResponse response) throws IOException {
        pages.write(request, response, HttpStatus.CONTENT_TOO_LARGE);
    }

    @ExceptionHandler({MultipartException.class, ServletRequestBindingException.class, RequestRejectedException.class})
    void malformed(HttpServletRequest request, HttpServletResponse response) throws IOException {
        pages.write(request, response, HttpStatus.BAD_REQUEST);
    }

    /** Whoever asked has gone; there is nobody to answer. */
    @ExceptionHandler(AsyncRequestNotUsableException.class)
    void gone() {}

    /**
     * Left to the security chain, which knows whether signing in would help; and to the container, which closes the connection of a
     * download that broke off.
     */
    @SuppressWarnings("DoNotCallSuggester") // called by Spring
    @ExceptionHandler({AccessDeniedException.class, AuthenticationException.class, BrokenOffException.class})
    void leave(Exception e) throws Exception {
        throw e;
    }

    @ExceptionHandler(Exception.class)
    void other(Exception e, HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (pages.outage(request, response, e)) {
            return;
        }
        HttpStatus status = e instanceof ErrorResponse known
                ? HttpStatus.resolve(known.getStatusCode().value())
                : HttpStatus.INTERNAL_SERVER_ERROR;
        if (status == null || status.is5xxServerError()) {
            log.error("A request failed", e);
        }
        pages.write(request, response, status == null ? HttpStatus.INTERNAL_SERVER_ERROR : status);
    }
}
