package io.anteroom.bench;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Reads lines and bytes from one buffer, without the lock that the JDK's buffered stream takes for each byte. */
final class Incoming {

    private final InputStream in;
    private final byte[] buffer = new byte[16_384];
    private int from;
    private int to;

    Incoming(InputStream in) {
        this.in = in;
    }

    /** The next line, without its end. It is no longer than the buffer. */
    String line() throws IOException {
        int end = from;
        while (true) {
            for (; end < to; end++) {
                if (buffer[end] == '\n') {
                    String line = new String(buffer, from, Math.max(0, end - from - 1), StandardCharsets.ISO_8859_1);
                    from = end + 1;
                    return line;
                }
            }
            end -= from;
            fill();
            end += from;
        }
    }

    /** Moves what is left to the front, and reads more behind it. */
    private void fill() throws IOException {
        System.arraycopy(buffer, from, buffer, 0, to - from);
        to -= from;
        from = 0;
        int read = to == buffer.length ? -1 : in.read(buffer, to, buffer.length - to);
        if (read < 0) {
            throw new EOFException("The answer broke off");
        }
        to += read;
    }

    byte[] exactly(int length) throws IOException {
        byte[] bytes = new byte[length];
        int held = Math.min(length, to - from);
        System.arraycopy(buffer, from, bytes, 0, held);
        from += held;
        if (in.readNBytes(bytes, held, length - held) < length - held) {
            throw new EOFException("The answer broke off");
        }
        return bytes;
    }

    /** All until the other side closes. */
    byte[] rest() throws IOException {
        byte[] held = Arrays.copyOfRange(buffer, from, to);
        byte[] more = in.readAllBytes();
        byte[] all = Arrays.copyOf(held, held.length + more.length);
        System.arraycopy(more, 0, all, held.length, more.length);
        from = to;
        return all;
    }
}
