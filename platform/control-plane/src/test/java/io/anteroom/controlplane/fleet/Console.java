package io.anteroom.controlplane.fleet;

import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import jakarta.servlet.http.Cookie;
import java.util.Objects;
import java.util.regex.Pattern;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;

/** The operators' pages as one browser sees them. */
record Console(MockMvc http, Cookie session) {

    private static final String HOST = "https://ops.example.org";

    MockHttpServletResponse open(String path) throws Exception {
        return http.perform(get(HOST + path).accept("text/html").cookie(session))
                .andReturn()
                .getResponse();
    }

    String page(String path) throws Exception {
        return open(path).getContentAsString();
    }

    /** Sends the form of the page at {@code path} to that path. */
    MockHttpServletResponse send(String path, String reason) throws Exception {
        var form = open(path);
        var token = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"").matcher(form.getContentAsString());
        if (!token.find()) {
            throw new AssertionError("No form at " + path);
        }
        return send(
                path, reason, token.group(1), Objects.requireNonNull(form.getCookie("__Host-anteroom-operators-csrf")));
    }

    MockHttpServletResponse send(String path, String reason, String csrf, Cookie csrfCookie) throws Exception {
        return http.perform(post(HOST + path)
                        .cookie(session, csrfCookie)
                        .param("_csrf", csrf)
                        .param("reason", reason))
                .andReturn()
                .getResponse();
    }
}
