package io.anteroom.tenantadmin.frame;

import io.anteroom.clinic.staff.NotPermittedException;
import io.anteroom.webkit.problem.Problem;
import io.anteroom.webkit.problem.ProblemPages;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;

/** Says so when somebody's roles do not allow what they asked for. */
@ControllerAdvice("io.anteroom.tenantadmin")
@Order(0)
class RefusalAdvice {

    private final ProblemPages problems;

    RefusalAdvice(ProblemPages problems) {
        this.problems = problems;
    }

    @ExceptionHandler(NotPermittedException.class)
    void notPermitted(HttpServletRequest request, HttpServletResponse response) throws IOException {
        problems.write(
                request,
                response,
                new Problem(
                        HttpStatus.FORBIDDEN,
                        "Your role does not allow this",
                        "Ask an owner or administrator of the organisation, who can do it or give you the role."));
    }
}
