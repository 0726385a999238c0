package io.anteroom.image;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;

/** An image registry on the loopback: of the distribution specification what pulling and pushing one image takes. */
final class LoopbackRegistry implements AutoCloseable {

    private static final Pattern MANIFEST = Pattern.compile("/v2/(.+)/manifests/(.+)");
    private static final Pattern BLOB = Pattern.compile("/v2/(.+)/blobs/(sha256:[0-9a-f]{64})");
    private static final Pattern UPLOAD = Pattern.compile("/v2/(.+)/blobs/uploads/(\\d*)");
    private static final Pattern DIGEST = Pattern.compile("(?:^|&)digest=([^&]+)");

    private final HttpsServer server;
    private final Map<String, byte[]> kept = new ConcurrentHashMap<>();
    private final Map<String, String> types = new ConcurrentHashMap<>();
    private final Map<String, ByteArrayOutputStream> uploads = new ConcurrentHashMap<>();
    private final List<String> uploaded = new CopyOnWriteArrayList<>();

    /** Layers are pushed several at once. */
    private final AtomicInteger begun = new AtomicInteger();

    /**
     * @param folder for its key
     */
    LoopbackRegistry(Path folder) throws IOException, GeneralSecurityException, InterruptedException {
        server = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setHttpsConfigurator(new HttpsConfigurator(ownKey(folder.resolve("registry.p12"))));
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/v2/", exchange -> {
            try (exchange) {
                answer(exchange);
            }
        });
        server.start();
    }

    /** With a certificate that nobody signed: who pulls and pushes here has to allow for it. */
    private static SSLContext ownKey(Path store) throws IOException, GeneralSecurityException, InterruptedException {
        String password = "of the store";
        Process keytool = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "keytool")
                                .toString(),
                        "-genkeypair",
                        "-keyalg",
                        "EC",
                        "-dname",
                        "CN=localhost",
                        "-storetype",
                        "PKCS12",
                        "-keystore",
                        store.toString(),
                        "-storepass",
                        password)
                .redirectErrorStream(true)
                .start();
        String said = new String(keytool.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (keytool.waitFor() != 0) {
            throw new IllegalStateException(said);
        }
        KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        keys.init(KeyStore.getInstance(store.toFile(), password.toCharArray()), password.toCharArray());
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(keys.getKeyManagers(), null, null);
        return context;
    }

    /** The name of {@code repository} here, to which a tag or a digest is added. */
    String name(String repository) {
        return "localhost:" + server.getAddress().getPort() + "/" + repository;
    }

    /** Puts a blob or a manifest there, and gives its digest. */
    String keep(String repository, String type, byte[] content) {
        String digest = digest(content);
        keepAs(repository + "@" + digest, type, content);
        return digest;
    }

    /** What is there by a digest or a tag. */
    byte[] get(String repository, String reference) {
        return Objects.requireNonNull(
                kept.get(repository + "@" + reference), () -> "Nothing is kept as " + repository + "@" + reference);
    }

    private void keepAs(String name, String type, byte[] content) {
        types.put(name, type);
        kept.put(name, content);
    }

    /** The digests of the blobs that were uploaded since the last call. */
    List<String> uploaded() {
        List<String> sinceThen = List.copyOf(uploaded);
        uploaded.clear();
        return sinceThen;
    }

    static String digest(byte[] content) {
        try {
            return "sha256:"
                    + HexFormat.of()
                            .formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private void answer(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath();
        Matcher manifest = MANIFEST.matcher(path);
        Matcher blob = BLOB.matcher(path);
        Matcher upload = UPLOAD.matcher(path);
        if (path.equals("/v2/")) {
            send(exchange, 200, null);
        } else if (manifest.matches() && exchange.getRequestMethod().equals("PUT")) {
            take(exchange, manifest.group(1), manifest.group(2));
        } else if (manifest.matches()) {
            give(exchange, manifest.group(1) + "@" + manifest.group(2));
        } else if (blob.matches()) {
            give(exchange, blob.group(1) + "@" + blob.group(2));
        } else if (upload.matches()) {
            upload(exchange, upload.group(1), upload.group(2));
        } else {
            send(exchange, 404, null);
        }
    }

    private void give(HttpExchange exchange, String name) throws IOException {
        byte[] found = kept.get(name);
        if (found == null) {
            send(exchange, 404, null);
            return;
        }
        exchange.getResponseHeaders().set("Content-Type", types.get(name));
        exchange.getResponseHeaders().set("Docker-Content-Digest", digest(found));
        send(exchange, 200, found);
    }

    private void take(HttpExchange exchange, String repository, String reference) throws IOException {
        String type = exchange.getRequestHeaders().getFirst("Content-Type");
        byte[] manifest = exchange.getRequestBody().readAllBytes();
        String digest = keep(repository, type, manifest);
        keepAs(repository + "@" + reference, type, manifest);
        exchange.getResponseHeaders().set("Docker-Content-Digest", digest);
        exchange.getResponseHeaders().set("Location", "/v2/" + repository + "/manifests/" + digest);
        send(exchange, 201, null);
    }

    /** POST opens one, PATCH adds to it, PUT ends it and says what it should be. */
    private void upload(HttpExchange exchange, String repository, String number) throws IOException {
        byte[] part = exchange.getRequestBody().readAllBytes();
        String id = number.isEmpty() ? Integer.toString(begun.incrementAndGet()) : number;
        ByteArrayOutputStream whole = uploads.computeIfAbsent(id, fresh -> new ByteArrayOutputStream());
        whole.writeBytes(part);
        exchange.getResponseHeaders().set("Location", "/v2/" + repository + "/blobs/uploads/" + id);
        if (!exchange.getRequestMethod().equals("PUT")) {
            send(exchange, 202, null);
            return;
        }
        Matcher wanted = DIGEST.matcher(exchange.getRequestURI().getQuery());
        if (!wanted.find() || !wanted.group(1).equals(digest(whole.toByteArray()))) {
            send(exchange, 400, null);
            return;
        }
        uploaded.add(keep(repository, "application/octet-stream", whole.toByteArray()));
        send(exchange, 201, null);
    }

    private static void send(HttpExchange exchange, int status, byte @Nullable [] body) throws IOException {
        boolean head = exchange.getRequestMethod().equals("HEAD");
        if (head && body != null) {
            exchange.getResponseHeaders().set("Content-Length", Integer.toString(body.length));
        }
        exchange.sendResponseHeaders(status, head || body == null || body.length == 0 ? -1 : body.length);
        if (!head && body != null) {
            exchange.getResponseBody().write(body);
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
