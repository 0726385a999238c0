package io.anteroom.bench.flood;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * Refuses whatever it is asked, in about as many bytes as the application does, and does nothing else: what its flood costs
 * the machine is what it costs to flood.
 */
final class Wall implements AutoCloseable {

    private static final int PAGE = 4_000;
    private static final byte[] REFUSAL = ("HTTP/1.1 429 \r\nContent-Length: " + PAGE + "\r\n\r\n" + " ".repeat(PAGE))
            .getBytes(StandardCharsets.ISO_8859_1);

    private final Selector selector;
    private final ServerSocketChannel door;
    private final ByteBuffer request = ByteBuffer.allocate(8_192);
    private final Thread thread;
    private volatile boolean over;
    private volatile @Nullable IOException failure;

    Wall() throws IOException {
        this.selector = Selector.open();
        this.door = ServerSocketChannel.open().bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
        door.configureBlocking(false);
        door.register(selector, SelectionKey.OP_ACCEPT);
        this.thread = Thread.ofPlatform().name("wall").start(this::run);
    }

    int port() {
        return door.socket().getLocalPort();
    }

    private void run() {
        try (selector;
                door) {
            while (!over) {
                selector.select(this::answer);
            }
            for (SelectionKey key : selector.keys()) {
                key.channel().close();
            }
        } catch (IOException failed) {
            failure = failed;
        }
    }

    private void answer(SelectionKey key) {
        try {
            if (key.isAcceptable()) {
                accept();
            } else {
                refuse((SocketChannel) key.channel());
            }
        } catch (IOException gone) {
            // The flood ended before it was answered; if it had not, it would wait for its answer and tell.
            key.cancel();
        }
    }

    private void accept() throws IOException {
        SocketChannel channel = door.accept();
        channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
        channel.configureBlocking(false);
        channel.register(selector, SelectionKey.OP_READ);
    }

    /** A request comes in one piece, and an answer fits into the socket's buffer. */
    private void refuse(SocketChannel channel) throws IOException {
        request.clear();
        if (channel.read(request) < 0 || channel.write(ByteBuffer.wrap(REFUSAL)) < REFUSAL.length) {
            channel.close();
        }
    }

    @Override
    public void close() throws IOException {
        over = true;
        selector.wakeup();
        try {
            thread.join();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IOException("Interrupted while it ended", stopped);
        }
        IOException failed = failure;
        if (failed != null) {
            throw failed;
        }
    }
}
