package io.anteroom.server.isolation;

import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.request;

import jakarta.servlet.http.Cookie;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.Locale;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpMethod;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

/**
 * A browser at one host, with a session or none, whose forms carry the right token against forgery: what is refused is
 * refused for a better reason.
 *
 * @param hostName such as {@code north.localhost}
 * @param role the host's cookies are named after it, as {@code portal}
 * @param session the value of the session's cookie
 */
record Caller(
        MockMvc http,
        String hostName,
        String role,
        @Nullable String session) {

    private static final String CSRF = "a-token-against-forgery";

    /**
     * What came back.
     *
     * @param all status, headers and body, in lower case
     */
    record Answer(int status, String body, String all) {

        boolean mentions(String mark) {
            return all.contains(mark.toLowerCase(Locale.ROOT));
        }
    }

    Answer call(String method, String path) {
        return call(method, path, request -> {});
    }

    /** The same, of a request that {@code also} changes. */
    Answer call(String method, String path, Consumer<MockHttpServletRequestBuilder> also) {
        return forged(method, path, request -> {
            request.cookie(new Cookie("anteroom-" + role + "-csrf", CSRF)).header("X-CSRF-Token", masked());
            also.accept(request);
        });
    }

    /** What another site's form would send: the cookies are there, but no token against forgery. */
    Answer forged(String method, String path, Consumer<MockHttpServletRequestBuilder> also) {
        MockHttpServletRequestBuilder request =
                request(HttpMethod.valueOf(method), URI.create("http://" + hostName + path));
        also.accept(request);
        if (session != null) {
            request.cookie(new Cookie("anteroom-" + role + "-session", session));
        }
        try {
            return answer(http.perform(request).andReturn().getResponse());
        } catch (Exception e) {
            throw new AssertionError(method + " " + path + " was not answered", e);
        }
    }

    private static Answer answer(MockHttpServletResponse response) throws java.io.UnsupportedEncodingException {
        String headers = response.getHeaderNames().stream()
                .filter(name -> !name.equals("X-Request-Id"))
                .map(name -> name + ": " + response.getHeaders(name))
                .toList()
                .toString();
        String body = response.getContentAsString(StandardCharsets.UTF_8);
        return new Answer(response.getStatus(), body, (headers + body).toLowerCase(Locale.ROOT));
    }

    /** The token as a form carries it: a random mask, here of zeros, and the token under it. */
    private static String masked() {
        byte[] token = CSRF.getBytes(StandardCharsets.UTF_8);
        byte[] masked = Arrays.copyOf(new byte[token.length], 2 * token.length);
        System.arraycopy(token, 0, masked, token.length, token.length);
        return Base64.getUrlEncoder().encodeToString(masked);
    }
}
