package io.anteroom.webkit.fairness;

import static io.anteroom.language.Say.say;

import io.anteroom.webkit.fairness.Entry.Refusal;
import io.anteroom.webkit.host.Host;
import io.anteroom.webkit.problem.Problem;
import io.anteroom.webkit.problem.ProblemPages;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.HttpHeaders;

/**
 * Says to those who are not let in when to try again. A portal's refusal has the look of its clinic; to staff,
 * whom nobody has asked who they are yet, no clinic is named.
 */
final class BusyPages {

    private final ProblemPages problems;

    BusyPages(ProblemPages problems) {
        this.problems = problems;
    }

    void write(HttpServletRequest request, HttpServletResponse response, Host host, Refusal refusal)
            throws IOException {
        response.setHeader(HttpHeaders.RETRY_AFTER, String.valueOf(refusal.seconds()));
        Problem problem = new Problem(
                refusal.reason().status,
                say("Very busy at the moment"),
                what(host, refusal) + " " + then(request, refusal));
        problems.busy(request, response, problem, host == Host.PORTAL ? refusal.clinic() : null);
    }

    private static String what(Host host, Refusal refusal) {
        if (refusal.clinic() == null) {
            return say("We have more to do than we can manage right now.");
        }
        return host == Host.PORTAL
                ? say("This portal has more to do than it can manage right now.")
                : "Your organisation’s pages have more to do than they can manage right now.";
    }

    private static String then(HttpServletRequest request, Refusal refusal) {
        boolean sent =
                !request.getMethod().equals("GET") && !request.getMethod().equals("HEAD");
        return sent
                ? say(
                        "Nothing of what you sent was saved. Wait {seconds, plural, one {a second} other {# seconds}}, go"
                                + " back and send it again.",
                        "seconds",
                        refusal.seconds())
                : say(
                        "Wait {seconds, plural, one {a second} other {# seconds}}, then try again.",
                        "seconds",
                        refusal.seconds());
    }
}
