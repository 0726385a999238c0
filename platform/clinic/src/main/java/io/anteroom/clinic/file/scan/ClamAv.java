package io.anteroom.clinic.file.scan;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.net.StandardProtocolFamily;
import java.net.URI;
import java.net.UnixDomainSocketAddress;
import java.net.UnknownHostException;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.channels.UnsupportedAddressTypeException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Asks clamd by its command INSTREAM (clamd(8)): the content in pieces, each after its length, and an empty one at the end. It answers
 * {@code stream: OK}, {@code stream: NAME FOUND}, or an error such as a content longer than it reads, which is no answer to us.
 */
final class ClamAv implements Scanner {

    private static final Logger log = LoggerFactory.getLogger(ClamAv.class);

    private static final byte[] COMMAND = "zINSTREAM\0".getBytes(StandardCharsets.US_ASCII);
    private static final int PIECE = 32 * 1024;
    private static final int LONGEST_ANSWER = 1_000;
    private static final String BEGINS = "stream: ";
    private static final String FOUND = " FOUND";

    private final SocketAddress address;
    private final Duration timeout;

    ClamAv(SocketAddress address, Duration timeout) {
        this.address = address;
        this.timeout = timeout;
    }

    static SocketAddress address(String written) {
        if (written.startsWith("unix:")) {
            return UnixDomainSocketAddress.of(written.substring("unix:".length()));
        }
        var uri = URI.create(written);
        if (!"tcp".equals(uri.getScheme()) || uri.getHost() == null || uri.getPort() < 1) {
            throw new IllegalArgumentException(
                    "anteroom.files.scanner.address must be tcp://host:port or unix:/path, not " + written);
        }
        return InetSocketAddress.createUnresolved(uri.getHost(), uri.getPort());
    }

    /** A channel has no time-out of its own, so somebody else closes it when the time is over. */
    @Override
    public Verdict scan(InputStream content) throws IOException {
        try (SocketChannel channel = open()) {
            var done = new CountDownLatch(1);
            Thread.ofVirtual().name("scan-watch").start(() -> closeInTime(channel, done));
            try {
                return converse(channel, content);
            } finally {
                done.countDown();
            }
        } catch (ContentFailed e) {
            throw e.cause;
        } catch (IOException | UnsupportedAddressTypeException e) {
            log.warn("The virus scanner does not answer: {}", e.getClass().getSimpleName());
            return new Verdict.Unreachable();
        }
    }

    /** Of no family in particular for TCP: the name may stand for an address of either. */
    private SocketChannel open() throws IOException {
        return address instanceof UnixDomainSocketAddress
                ? SocketChannel.open(StandardProtocolFamily.UNIX)
                : SocketChannel.open();
    }

    private void closeInTime(SocketChannel channel, CountDownLatch done) {
        try {
            if (!done.await(timeout.toNanos(), TimeUnit.NANOSECONDS)) {
                channel.close();
            }
        } catch (IOException e) {
            log.debug("A connection to the virus scanner could not be closed", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private Verdict converse(SocketChannel channel, InputStream content) throws IOException {
        channel.connect(resolved());
        try {
            send(channel, content);
        } catch (ContentFailed e) {
            throw e;
        } catch (IOException e) {
            // It may have said why before it hung up.
            log.debug("The virus scanner stopped listening", e);
        }
        return verdict(answer(channel));
    }

    /** A name is looked up each time. A channel takes one that was not found for a fault of ours, so it is said before. */
    private SocketAddress resolved() throws UnknownHostException {
        if (!(address instanceof InetSocketAddress named)) {
            return address;
        }
        var found = new InetSocketAddress(named.getHostString(), named.getPort());
        if (found.isUnresolved()) {
            throw new UnknownHostException(named.getHostString());
        }
        return found;
    }

    private static void send(SocketChannel channel, InputStream content) throws IOException {
        write(channel, ByteBuffer.wrap(COMMAND));
        byte[] piece = new byte[PIECE];
        for (int read = next(content, piece); read >= 0; read = next(content, piece)) {
            if (read > 0) {
                write(channel, ByteBuffer.allocate(Integer.BYTES).putInt(read).flip());
                write(channel, ByteBuffer.wrap(piece, 0, read));
            }
        }
        write(channel, ByteBuffer.allocate(Integer.BYTES).putInt(0).flip());
    }

    private static int next(InputStream content, byte[] piece) throws ContentFailed {
        try {
            return content.read(piece);
        } catch (IOException e) {
            throw new ContentFailed(e);
        }
    }

    private static void write(SocketChannel channel, ByteBuffer bytes) throws IOException {
        while (bytes.hasRemaining()) {
            channel.write(bytes);
        }
    }

    private static String answer(SocketChannel channel) throws IOException {
        var answer = ByteBuffer.allocate(LONGEST_ANSWER);
        while (answer.hasRemaining() && channel.read(answer) >= 0) {
            if (answer.position() > 0 && answer.get(answer.position() - 1) == 0) {
                break;
            }
        }
        return new String(answer.array(), 0, answer.position(), StandardCharsets.UTF_8)
                .replace("\0", "")
                .strip();
    }

    private static Verdict verdict(String answer) {
        if (answer.equals(BEGINS + "OK")) {
            return new Verdict.Clean();
        }
        if (answer.startsWith(BEGINS) && answer.endsWith(FOUND)) {
            return new Verdict.Infected(answer.substring(BEGINS.length(), answer.length() - FOUND.length()));
        }
        log.warn("The virus scanner did not scan a file: {}", answer.isEmpty() ? "no answer" : answer);
        return new Verdict.Unreachable();
    }

    /** Reading what is to be scanned failed, which is not the scanner's fault. */
    private static final class ContentFailed extends IOException {

        private static final long serialVersionUID = 1L;

        private final IOException cause;

        ContentFailed(IOException cause) {
            super(cause);
            this.cause = cause;
        }
    }
}
