package io.anteroom.webkit;

import gg.jte.Content;
import gg.jte.html.OwaspHtmlTemplateOutput;
import gg.jte.output.Utf8ByteOutput;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;

/** Writes content as HTML, for the places that answer without a controller. */
public final class PageWriter {

    private PageWriter() {}

    /** Sends {@code content} whole, with its length. */
    public static void write(HttpServletResponse response, HttpStatus status, Content content) throws IOException {
        write(response, status, bytes(content));
    }

    /** Sends a page that is written already, in UTF-8. */
    public static void write(HttpServletResponse response, HttpStatus status, byte[] bytes) throws IOException {
        response.setStatus(status.value());
        response.setContentType(MediaType.TEXT_HTML_VALUE);
        response.setCharacterEncoding(StandardCharsets.UTF_8);
        response.setContentLength(bytes.length);
        // In one piece: a template's are hundreds, and each takes the response's lock.
        response.getOutputStream().write(bytes);
    }

    /** The same as a string, for tests, previews and what is sent more than once. */
    public static String toString(Content content) {
        return new String(bytes(content), StandardCharsets.UTF_8);
    }

    static byte[] bytes(Content content) {
        Utf8ByteOutput output = new Utf8ByteOutput();
        content.writeTo(new OwaspHtmlTemplateOutput(output));
        return output.toByteArray();
    }
}
