package io.anteroom.server.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

class BrowserTest {

    private static final String GOOD = "<main><h1>Good</h1><label>Name <input></label></main>";

    private static final Map<String, String> PAGES = Map.of(
            "/good",
            GOOD,
            "/nameless",
            "<main><h1>Nameless</h1><input></main>",
            "/broken",
            GOOD + "<script>missing()</script>",
            "/styleless",
            GOOD + "<link rel=stylesheet href=/none.css>",
            "/refused",
            GOOD);

    private static final HttpServer SITE = site();

    @AfterAll
    static void closeSite() {
        SITE.stop(0);
    }

    @Test
    void aGoodPagePassesAndIsPhotographedAtTheScreensWidth() throws Exception {
        try (var visit = visit(Screen.PHONE, "/good")) {
            visit.check("fixture-good");
        }
        var image =
                ImageIO.read(Path.of("target/screenshots/fixture-good-390.png").toFile());
        assertThat(image.getWidth()).isEqualTo(390);
    }

    @Test
    void aFieldWithoutANameIsFound() {
        try (var visit = visit(Screen.DESKTOP, "/nameless")) {
            assertThatThrownBy(() -> visit.check("fixture-nameless"))
                    .isInstanceOf(AssertionError.class)
                    .hasMessageContaining("label");
        }
    }

    @Test
    void aScriptErrorIsFound() {
        try (var visit = visit(Screen.DESKTOP, "/broken")) {
            assertThatThrownBy(() -> visit.check("fixture-broken")).hasMessageContaining("missing is not defined");
        }
    }

    @Test
    void aMissingStylesheetIsFound() {
        try (var visit = visit(Screen.DESKTOP, "/styleless")) {
            assertThatThrownBy(() -> visit.check("fixture-styleless")).hasMessageContaining("none.css");
        }
    }

    @Test
    void aPageThatAnswers422IsNoError() {
        try (var visit = visit(Screen.DESKTOP, "/refused")) {
            visit.check("fixture-refused");
        }
    }

    @Test
    void everyVisitStartsWithoutCookies() {
        try (var first = visit(Screen.PHONE, "/good")) {
            first.page().evaluate("document.cookie = 'a=b'");
        }
        try (var second = visit(Screen.PHONE, "/good")) {
            assertThat(second.page().evaluate("document.cookie")).isEqualTo("");
        }
    }

    private static Visit visit(Screen screen, String path) {
        var visit = Browser.shared().visit(screen);
        visit.page().navigate("http://app.localhost:" + SITE.getAddress().getPort() + path);
        return visit;
    }

    private static HttpServer site() {
        try {
            var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            server.createContext("/", exchange -> {
                try (exchange) {
                    var path = exchange.getRequestURI().getPath();
                    var page = "<!doctype html><html lang=en><link rel=icon href=data:,><title>T</title>"
                            + PAGES.getOrDefault(path, "");
                    var bytes = page.getBytes(StandardCharsets.UTF_8);
                    exchange.getResponseHeaders().set("Content-Type", "text/html; charset=utf-8");
                    int status = path.equals("/refused") ? 422 : PAGES.containsKey(path) ? 200 : 404;
                    exchange.sendResponseHeaders(status, bytes.length);
                    exchange.getResponseBody().write(bytes);
                }
            });
            server.start();
            return server;
        } catch (IOException noPort) {
            throw new java.io.UncheckedIOException(noPort);
        }
    }
}
