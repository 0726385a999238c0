package io.anteroom.bench;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import org.junit.jupiter.api.Test;

class IncomingTest {

    /** As a network may give it: a few bytes at a time. */
    private static Incoming trickling(String text) {
        return new Incoming(new InputStream() {
            private final InputStream in = new ByteArrayInputStream(text.getBytes(ISO_8859_1));

            @Override
            public int read() throws IOException {
                return in.read();
            }

            @Override
            public int read(byte[] bytes, int from, int length) throws IOException {
                return in.read(bytes, from, Math.min(3, length));
            }
        });
    }

    @Test
    void linesAndBytesComeOutAsTheyWentInHoweverTheyArrive() throws IOException {
        Incoming in = trickling("HTTP/1.1 200 OK\r\n\r\nbodyHTTP/1.1 404\r\nrest");

        assertThat(in.line()).isEqualTo("HTTP/1.1 200 OK");
        assertThat(in.line()).isEmpty();
        assertThat(new String(in.exactly(4), ISO_8859_1)).isEqualTo("body");
        assertThat(in.line()).isEqualTo("HTTP/1.1 404");
        assertThat(new String(in.rest(), ISO_8859_1)).isEqualTo("rest");
    }

    @Test
    void anAnswerThatBreaksOffIsAFault() {
        assertThatThrownBy(() -> trickling("HTTP/1.1 2").line()).isInstanceOf(EOFException.class);
        assertThatThrownBy(() -> trickling("half").exactly(8)).isInstanceOf(EOFException.class);
    }
}
