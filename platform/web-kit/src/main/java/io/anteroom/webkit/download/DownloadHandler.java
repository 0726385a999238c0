package io.anteroom.webkit.download;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.MethodParameter;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpRange;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodReturnValueHandler;
import org.springframework.web.method.support.ModelAndViewContainer;

/** Writes a {@link Download}, whole or the part that is asked for (RFC 9110, 14). Of several parts at once it sends the whole. */
public final class DownloadHandler implements HandlerMethodReturnValueHandler {

    private static final Logger log = LoggerFactory.getLogger(DownloadHandler.class);
    private static final int PIECE = 16 * 1024;

    /** The bytes from {@code start} to before {@code end}. */
    private record Part(long start, long end) {
        long length() {
            return end - start;
        }
    }

    @Override
    public boolean supportsReturnType(MethodParameter returnType) {
        return Download.class.isAssignableFrom(returnType.getParameterType());
    }

    @Override
    public void handleReturnValue(
            @Nullable Object value, MethodParameter type, ModelAndViewContainer container, NativeWebRequest web)
            throws IOException {
        container.setRequestHandled(true);
        var download = (Download) Objects.requireNonNull(value);
        var request = Objects.requireNonNull(web.getNativeRequest(HttpServletRequest.class));
        var response = Objects.requireNonNull(web.getNativeResponse(HttpServletResponse.class));
        var whole = new Part(0, download.size());
        var part = part(request, download, whole);
        if (part == null) {
            response.setHeader(HttpHeaders.CONTENT_RANGE, "bytes */" + download.size());
            response.setStatus(HttpServletResponse.SC_REQUESTED_RANGE_NOT_SATISFIABLE);
            return;
        }
        if (request.getMethod().equals("HEAD")) {
            head(response, download, part, part.equals(whole));
            return;
        }
        try (InputStream in = download.source().from(part.start())) {
            head(response, download, part, part.equals(whole));
            copy(in, response.getOutputStream(), part.length());
        }
    }

    /** Which part is asked for; the whole where none is that we understand, and nothing where there is no such part. */
    private static @Nullable Part part(HttpServletRequest request, Download download, Part whole) {
        String asked = request.getHeader(HttpHeaders.RANGE);
        String onlyOf = request.getHeader(HttpHeaders.IF_RANGE);
        if (asked == null || (onlyOf != null && !onlyOf.equals(tag(download)))) {
            return whole;
        }
        List<HttpRange> ranges;
        try {
            ranges = HttpRange.parseRanges(asked);
        } catch (IllegalArgumentException e) {
            return whole;
        }
        if (ranges.size() != 1) {
            return whole;
        }
        long start = ranges.getFirst().getRangeStart(download.size());
        long end = ranges.getFirst().getRangeEnd(download.size()) + 1;
        return start < end && start < download.size() ? new Part(start, end) : null;
    }

    private static void head(HttpServletResponse response, Download download, Part part, boolean whole) {
        response.setStatus(whole ? HttpServletResponse.SC_OK : HttpServletResponse.SC_PARTIAL_CONTENT);
        if (!whole) {
            response.setHeader(
                    HttpHeaders.CONTENT_RANGE,
                    "bytes " + part.start() + "-" + (part.end() - 1) + "/" + download.size());
        }
        response.setContentType(download.mediaType());
        response.setContentLengthLong(part.length());
        response.setHeader(HttpHeaders.ACCEPT_RANGES, "bytes");
        response.setHeader(HttpHeaders.ETAG, tag(download));
        response.setHeader(
                HttpHeaders.CONTENT_DISPOSITION,
                ContentDisposition.attachment()
                        .filename(download.name(), StandardCharsets.UTF_8)
                        .build()
                        .toString());
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader("Content-Security-Policy", "default-src 'none'; sandbox; frame-ancestors 'none'");
    }

    private static String tag(Download download) {
        return '"' + download.tag() + '"';
    }

    private static void copy(InputStream in, OutputStream out, long length) {
        byte[] piece = new byte[PIECE];
        for (long left = length; left > 0; ) {
            int read = read(in, piece, (int) Math.min(left, piece.length));
            try {
                out.write(piece, 0, read);
            } catch (IOException e) {
                log.debug("Whoever asked for a file has gone", e);
                return;
            }
            left -= read;
        }
    }

    private static int read(InputStream in, byte[] piece, int most) {
        try {
            int read = in.read(piece, 0, most);
            if (read < 0) {
                throw new IOException("A file is shorter than it says");
            }
            return read;
        } catch (IOException e) {
            throw new BrokenOffException(e);
        }
    }
}
