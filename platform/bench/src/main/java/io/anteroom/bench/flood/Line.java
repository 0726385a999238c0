package io.anteroom.bench.flood;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A kept connection that reads of an answer its status and how long it is, and passes over the rest. */
final class Line implements AutoCloseable {

    static final int NOT_YET = -1;

    private static final int LONGEST_HEAD = 8_192;
    private static final Pattern LENGTH = Pattern.compile("\r\ncontent-length: *(\\d+)\r\n");

    private final InetSocketAddress server;
    private final Selector selector;
    private final ByteBuffer buffer = ByteBuffer.allocate(LONGEST_HEAD);
    private SocketChannel channel;
    private String head = "";
    private int missing;

    Line(InetSocketAddress server, Selector selector) throws IOException {
        this.server = server;
        this.selector = selector;
        this.channel = connect();
    }

    private SocketChannel connect() throws IOException {
        SocketChannel fresh = SocketChannel.open(server);
        fresh.setOption(StandardSocketOptions.TCP_NODELAY, true);
        fresh.configureBlocking(false);
        fresh.register(selector, SelectionKey.OP_READ, this);
        return fresh;
    }

    /** Sends a request, which is far smaller than a socket's buffer. */
    void send(byte[] request) throws IOException {
        head = "";
        if (channel.write(ByteBuffer.wrap(request)) < request.length) {
            throw new IOException("A request was not taken whole");
        }
    }

    /** Reads what is there; the status once the answer is whole. */
    int read() throws IOException {
        buffer.clear();
        int count = channel.read(buffer);
        if (count < 0) {
            throw new IOException("The connection was closed");
        }
        if (head.endsWith("\r\n\r\n")) {
            missing -= count;
        } else {
            head(new String(buffer.array(), 0, count, StandardCharsets.ISO_8859_1));
        }
        return head.endsWith("\r\n\r\n") && missing == 0 ? whole() : NOT_YET;
    }

    private void head(String more) throws IOException {
        head += more;
        int end = head.indexOf("\r\n\r\n") + 4;
        if (end < 4) {
            return;
        }
        int body = head.length() - end;
        head = head.substring(0, end).toLowerCase(Locale.ROOT);
        Matcher length = LENGTH.matcher(head);
        if (!length.find()) {
            throw new IOException("An answer did not say its length");
        }
        missing = Integer.parseInt(length.group(1)) - body;
    }

    /** The server ends a connection after a hundred answers, and says so. */
    private int whole() throws IOException {
        if (head.contains("\r\nconnection: close\r\n")) {
            channel.close();
            channel = connect();
        }
        return Integer.parseInt(head.split(" ", 3)[1]);
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
