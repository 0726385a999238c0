package io.anteroom.portal;

import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import jakarta.servlet.http.Cookie;
import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.springframework.http.MediaType;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.AbstractMockHttpServletRequestBuilder;

/** A browser without scripts: it keeps cookies of one host and fills in the forms it is shown. */
public final class Visitor {

    private static final Pattern CSRF = Pattern.compile("name=\"_csrf\"[^>]*value=\"([^\"]+)\"");

    private final MockMvc web;
    private final String host;
    private final Map<String, Cookie> cookies = new LinkedHashMap<>();
    private String csrf = "";

    public Visitor(MockMvc web, String host) {
        this.web = web;
        this.host = host;
    }

    /** Opens a page. */
    public MockHttpServletResponse open(String path) {
        return send(get("https://" + host + path));
    }

    /** Sends a form with the token of the page seen last; names and values by turns. */
    public MockHttpServletResponse submit(String path, String... fields) {
        var request = post("https://" + host + path)
                .contentType(MediaType.APPLICATION_FORM_URLENCODED)
                .param("_csrf", csrf);
        for (int i = 0; i < fields.length; i += 2) {
            request.param(fields[i], fields[i + 1]);
        }
        return send(request);
    }

    /** Sends a form with a file, and the token of the page seen last. */
    public MockHttpServletResponse sendFile(String path, String content) {
        return send(multipart("https://" + host + path)
                .file(new MockMultipartFile(
                        "file", "a.txt", MediaType.TEXT_PLAIN_VALUE, content.getBytes(StandardCharsets.UTF_8)))
                .param("_csrf", csrf));
    }

    /** The cookie whose name ends so, or an empty one. */
    public Cookie cookie(String purpose) {
        return cookies.values().stream()
                .filter(cookie -> cookie.getName().endsWith("-" + purpose))
                .findFirst()
                .orElseGet(() -> new Cookie("none", ""));
    }

    /** Puts a cookie of another browser or host into this one. */
    public void take(Cookie cookie) {
        cookies.put(cookie.getName(), cookie);
    }

    private MockHttpServletResponse send(AbstractMockHttpServletRequestBuilder<?> request) {
        try {
            if (!cookies.isEmpty()) {
                request.cookie(cookies.values().toArray(Cookie[]::new));
            }
            var response = web.perform(request.header("Accept", "text/html").secure(true))
                    .andReturn()
                    .getResponse();
            for (var cookie : response.getCookies()) {
                if (cookie.getMaxAge() == 0) {
                    cookies.remove(cookie.getName());
                } else {
                    cookies.put(cookie.getName(), cookie);
                }
            }
            var token = CSRF.matcher(response.getContentAsString());
            if (token.find()) {
                csrf = token.group(1);
            }
            return response;
        } catch (UnsupportedEncodingException e) {
            throw new AssertionError(e);
        } catch (Exception e) {
            throw new AssertionError("The request failed", e);
        }
    }
}
