package io.anteroom.demo.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page.NavigateOptions;
import com.microsoft.playwright.options.WaitUntilState;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
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
            "/wide",
            "<main><h1 style='width: 600px'>Wide</h1></main>",
            "/list",
            "<main><h1>List</h1><div class=table-frame style='overflow: auto'>"
                    + "<div style='width: 600px'><a href=/good>Wide</a></div></div></main>",
            "/moving",
            "<style>@keyframes in { from { width: 600px } }</style>"
                    + "<main><h1 style='width: 90px; animation: in 60s'>Moving</h1></main>",
            "/short",
            "<body class=portal style='height: 100px'><main style='height: 2000px'><h1>Short</h1></main>",
            "/small",
            GOOD + "<button style='width: 9px'>a</button><button style='width: 9px; height: 9px'>b</button>",
            "/refused",
            GOOD);

    private static final HttpServer SITE = site();

    @AfterAll
    static void closeSite() {
        SITE.stop(0);
    }

    private final Album album = new Album("fixture-");

    @Test
    void aGoodPageHasNoFlawAndIsPhotographedAtEveryWidthWhereAskedFor() throws Exception {
        var whole = new Album("whole-", true);
        for (var screen : Screen.values()) {
            Files.deleteIfExists(whole.picture("whole-01-page", screen));
        }
        look("/good", whole);
        assertThat(whole.flaws()).isEmpty();
        assertThat(widthOf("whole-01-page-390.png")).isEqualTo(390);
        assertThat(widthOf("whole-01-page-1280.png")).isEqualTo(1280);
    }

    @Test
    void onlyAPageWithAFlawIsPhotographedWhereNobodyAskedForIt() throws Exception {
        var plain = new Album("plain-", false);
        var good = plain.picture("plain-01-page", Screen.PHONE);
        var wide = plain.picture("plain-02-page", Screen.PHONE);
        Files.deleteIfExists(good);
        Files.deleteIfExists(wide);
        look("/good", plain);
        look("/wide", plain);
        assertThat(good).doesNotExist();
        assertThat(wide).exists();
    }

    @Test
    void aPageWithAFlawOnlyInItsScriptIsPhotographedToo() throws Exception {
        var plain = new Album("script-", false);
        var broken = plain.picture("script-01-page", Screen.PHONE);
        Files.deleteIfExists(broken);
        look("/broken", plain);
        assertThat(broken).exists();
    }

    @Test
    void aFieldWithoutANameIsFound() {
        look("/nameless");
        assertThat(album.flaws()).singleElement().asString().contains("label");
    }

    @Test
    void aScriptErrorIsFound() {
        look("/broken");
        assertThat(album.flaws()).singleElement().asString().contains("missing is not defined");
    }

    @Test
    void aPartOfAPageThatWasStillOnItsWayIsNoErrorAndOneThatFailedIs() {
        try (var visit = visit("/good")) {
            visit.page().evaluate("""
                    ['afterRequest', 'sendAbort', 'afterRequest', 'sendError']
                        .forEach(event => console.error(`htmx:${event}`, document.body))""");
            visit.seen("page");
        }
        assertThat(album.flaws()).singleElement().asString().contains("htmx:sendError");
    }

    @Test
    void aMissingStylesheetIsFound() {
        look("/styleless");
        assertThat(album.flaws()).singleElement().asString().contains("none.css");
    }

    @Test
    void aPageTooWideForAPhoneIsFound() {
        look("/wide");
        assertThat(album.flaws()).singleElement().asString().contains("390 px", "scrolls sideways");
    }

    @Test
    void aPageIsLookedAtAsItIsWhenWhatMovesHasArrived() {
        look("/moving");
        assertThat(album.flaws()).isEmpty();
    }

    @Test
    void aListTooWideForAPhoneIsFound() {
        look("/list");
        assertThat(album.flaws()).singleElement().asString().contains("390 px", "has a list that scrolls sideways");
    }

    @Test
    void aBodyThatEndsBeforeThePageIsFound() {
        look("/short");
        assertThat(album.flaws()).hasSize(2).allMatch(flaw -> flaw.contains("goes on below its body"));
    }

    @Test
    void aPageIsLookedAtWhenItsStylesheetsAreThere() {
        try (var visit = Browser.shared().visit(Screen.PHONE, album)) {
            visit.page().navigate(address("/late"), new NavigateOptions().setWaitUntil(WaitUntilState.COMMIT));
            visit.seen("page");
        }
        assertThat(album.flaws()).isEmpty();
    }

    @Test
    void aPageThatAnswers422IsNoError() {
        look("/refused");
        assertThat(album.flaws()).isEmpty();
    }

    @Test
    void aTargetTooSmallForAFingerIsFoundByAnInspectionWhichLeavesTheFocusWhereItWas() {
        try (var visit = visit("/small")) {
            visit.page().focus("input");
            visit.inspected("page");
            assertThat(visit.page().evaluate("document.activeElement.localName"))
                    .isEqualTo("input");
            assertThat(visit.page().viewportSize().width).isEqualTo(390);
        }
        assertThat(album.flaws())
                .anyMatch(flaw -> flaw.contains("at 390 px target-size"))
                .anyMatch(flaw -> flaw.contains("at 1280 px target-size"));
    }

    @Test
    void aPageIsThatOfItsAddressUnlessItIsRefused() {
        try (var visit = visit("/good")) {
            assertThat(visit.isOfItsAddress()).isTrue();
            visit.page().navigate(visit.page().url().replace("good", "refused"));
            assertThat(visit.isOfItsAddress()).isFalse();
        }
    }

    @Test
    void aVisitorWantsNothingToGlide() {
        try (var visit = visit("/good")) {
            assertThat(visit.page().evaluate("matchMedia('(prefers-reduced-motion: reduce)').matches"))
                    .isEqualTo(true);
        }
    }

    @Test
    void everyVisitStartsWithoutCookies() {
        try (var first = visit("/good")) {
            first.page().evaluate("document.cookie = 'a=b'");
        }
        try (var second = visit("/good")) {
            assertThat(second.page().evaluate("document.cookie")).isEqualTo("");
        }
    }

    private void look(String path) {
        look(path, album);
    }

    private static void look(String path, Album album) {
        try (var visit = visit(path, album)) {
            visit.seen("page");
        }
    }

    private Visit visit(String path) {
        return visit(path, album);
    }

    private static Visit visit(String path, Album album) {
        var visit = Browser.shared().visit(Screen.PHONE, album);
        visit.page().navigate(address(path));
        return visit;
    }

    private static String address(String path) {
        return "http://app.localhost:" + SITE.getAddress().getPort() + path;
    }

    private static int widthOf(String picture) throws IOException {
        return ImageIO.read(Path.of("target", "screenshots", picture).toFile()).getWidth();
    }

    private static HttpServer site() {
        try {
            var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            server.createContext("/", exchange -> {
                try (exchange) {
                    var path = exchange.getRequestURI().getPath();
                    var page = "<!doctype html><html lang=en><link rel=icon href=data:,><title>T</title>"
                            + "<meta name=viewport content=width=device-width>"
                            + PAGES.getOrDefault(path, "");
                    var bytes = page.getBytes(StandardCharsets.UTF_8);
                    exchange.getResponseHeaders().set("Content-Type", "text/html; charset=utf-8");
                    int status = path.equals("/refused") ? 422 : PAGES.containsKey(path) ? 200 : 404;
                    exchange.sendResponseHeaders(status, bytes.length);
                    exchange.getResponseBody().write(bytes);
                }
            });
            server.createContext("/late", exchange -> {
                try (exchange) {
                    exchange.getResponseHeaders().set("Content-Type", "text/html; charset=utf-8");
                    exchange.sendResponseHeaders(200, 0);
                    write(exchange, "<!doctype html><html lang=en><link rel=icon href=data:,><title>T</title>");
                    write(
                            exchange,
                            "<body class=portal style='height: 100px'><main style='height: 2000px'><h1>Late</h1>");
                    LockSupport.parkNanos(Duration.ofMillis(500).toNanos()); // longer than a look that does not wait
                    write(exchange, "<style>body { height: auto !important } * { margin: 0 }</style></main>");
                }
            });
            server.start();
            return server;
        } catch (IOException noPort) {
            throw new java.io.UncheckedIOException(noPort);
        }
    }

    private static void write(HttpExchange exchange, String part) throws IOException {
        exchange.getResponseBody().write(part.getBytes(StandardCharsets.UTF_8));
        exchange.getResponseBody().flush();
    }
}
