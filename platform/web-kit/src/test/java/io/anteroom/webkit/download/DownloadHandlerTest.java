package io.anteroom.webkit.download;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.springframework.core.MethodParameter;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.web.context.request.ServletWebRequest;
import org.springframework.web.method.support.ModelAndViewContainer;

class DownloadHandlerTest {

    private static final byte[] CONTENT = "0123456789".getBytes(StandardCharsets.US_ASCII);

    @Test
    void aFileIsSavedAndNeverShown() throws Exception {
        var answer = answer(request());
        assertThat(answer.getStatus()).isEqualTo(200);
        assertThat(answer.getContentAsString()).isEqualTo("0123456789");
        assertThat(answer.getContentLength()).isEqualTo(10);
        assertThat(answer.getHeader("Content-Disposition"))
                .startsWith("attachment;")
                .contains("filename*=UTF-8''Befund%20M%C3%BCller.pdf");
        assertThat(answer.getHeader("Content-Security-Policy"))
                .contains("sandbox")
                .contains("default-src 'none'");
        assertThat(answer.getHeader("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(answer.getHeader("Cache-Control")).isEqualTo("no-store");
        assertThat(answer.getHeader("Accept-Ranges")).isEqualTo("bytes");
    }

    @Test
    void aPartIsSentWhereOneIsAskedFor() throws Exception {
        assertPart("bytes=4-", "456789", "bytes 4-9/10");
        assertPart("bytes=2-3", "23", "bytes 2-3/10");
        assertPart("bytes=-3", "789", "bytes 7-9/10");
        assertPart("bytes=8-100", "89", "bytes 8-9/10");
    }

    @Test
    void aPartThatIsNotThereIsSaidToBeNotThere() throws Exception {
        var request = request();
        request.addHeader("Range", "bytes=10-");
        var answer = answer(request);
        assertThat(answer.getStatus()).isEqualTo(416);
        assertThat(answer.getHeader("Content-Range")).isEqualTo("bytes */10");
    }

    @Test
    void whatIsNotUnderstoodAndTheRestOfAnotherFileIsAnsweredWithTheWhole() throws Exception {
        for (String range : new String[] {"bytes=a-b", "lines=1-2", "bytes=0-1,4-5"}) {
            var request = request();
            request.addHeader("Range", range);
            assertThat(answer(request).getContentAsString()).as(range).isEqualTo("0123456789");
        }
        var other = request();
        other.addHeader("Range", "bytes=4-");
        other.addHeader("If-Range", "\"another\"");
        assertThat(answer(other).getStatus()).isEqualTo(200);
        var same = request();
        same.addHeader("Range", "bytes=4-");
        same.addHeader("If-Range", "\"abc\"");
        assertThat(answer(same).getStatus()).isEqualTo(206);
    }

    @Test
    void whoAsksForTheHeadReadsNothing() throws Exception {
        var request = new MockHttpServletRequest("HEAD", "/file");
        var response = new MockHttpServletResponse();
        handle(request, response, _ -> {
            throw new IOException("read");
        });
        assertThat(response.getContentLength()).isEqualTo(10);
    }

    @Test
    void whatFailsAtOnceIsAFaultAndWhatFailsLaterBreaksOff() {
        var response = new MockHttpServletResponse();
        assertThatThrownBy(() -> handle(request(), response, _ -> {
                    throw new IOException("gone");
                }))
                .isInstanceOf(IOException.class);
        assertThat(response.getHeader("Content-Disposition")).isNull();
        assertThatThrownBy(() ->
                        handle(request(), new MockHttpServletResponse(), _ -> new ByteArrayInputStream(CONTENT, 0, 4)))
                .isInstanceOf(BrokenOffException.class);
    }

    private static void assertPart(String range, String part, String says) throws Exception {
        var request = request();
        request.addHeader("Range", range);
        var answer = answer(request);
        assertThat(answer.getStatus()).as(range).isEqualTo(206);
        assertThat(answer.getContentAsString()).as(range).isEqualTo(part);
        assertThat(answer.getHeader("Content-Range")).isEqualTo(says);
    }

    private static MockHttpServletRequest request() {
        return new MockHttpServletRequest("GET", "/file");
    }

    private static MockHttpServletResponse answer(MockHttpServletRequest request) throws Exception {
        var response = new MockHttpServletResponse();
        handle(request, response, offset -> {
            InputStream in = new ByteArrayInputStream(CONTENT);
            in.skipNBytes(offset);
            return in;
        });
        return response;
    }

    private static void handle(MockHttpServletRequest request, MockHttpServletResponse response, Download.Source source)
            throws Exception {
        var type = new MethodParameter(DownloadHandlerTest.class.getDeclaredMethod("request"), -1);
        new DownloadHandler()
                .handleReturnValue(
                        new Download("Befund Müller.pdf", "application/pdf", 10, "abc", source),
                        type,
                        new ModelAndViewContainer(),
                        new ServletWebRequest(request, response));
    }
}
