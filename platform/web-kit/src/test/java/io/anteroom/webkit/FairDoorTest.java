package io.anteroom.webkit;

import static org.assertj.core.api.Assertions.assertThat;

import gg.jte.Content;
import io.anteroom.webkit.fairness.FairnessConfiguration;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.context.request.async.DeferredResult;

/** The door on the real server: two requests at a time for a clinic, three for all portals. */
@SpringBootTest(
        classes = {ExampleApplication.class, FairDoorTest.Slow.class},
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "anteroom.web.base-host=anteroom.test",
            "anteroom.web.fairness.at-once=2",
            "anteroom.web.fairness.at-once-per-host=3"
        })
class FairDoorTest {

    @LocalServerPort
    private int port;

    @Autowired
    private Slow slow;

    private final ExecutorService visitors = Executors.newVirtualThreadPerTaskExecutor();

    @AfterEach
    void everybodyLeaves() {
        slow.go.release(100);
        visitors.close();
        slow.go.drainPermits();
    }

    @Test
    void beyondItsPlacesAClinicSaysInItsOwnLookWhenToComeBack() throws Exception {
        List<Future<WholeResponse>> inside = twoInside("north");

        WholeResponse page = get("north", "/invoices?page=2");
        assertThat(page.status()).isEqualTo(429);
        assertThat(page.header("Retry-After")).isEqualTo("1");
        assertThat(page.body())
                .contains("North &lt;Clinic&gt;", "Very busy at the moment", "Wait a second, then try again.")
                .contains("href=\"/invoices?page=2\"", Brand.plain("x").stylesheetUrl())
                .contains(page.header("X-Request-Id"));
        assertThat(page.header("Content-Security-Policy")).contains("default-src 'none'");

        leave(inside);
        assertThat(get("north", "/").status()).isEqualTo(200);
    }

    @Test
    void aRefusalThatWasSaidBeforeNamesItsOwnRequestAndClinic() throws Exception {
        List<Future<WholeResponse>> inside = twoInside("north");
        WholeResponse first = get("north", "/invoices");
        WholeResponse again = get("north", "/invoices");
        assertThat(again.body())
                .contains(again.header("X-Request-Id"))
                .doesNotContain(first.header("X-Request-Id"))
                .contains("North &lt;Clinic&gt;", "href=\"/invoices\"");
        assertThat(again.body().getBytes(StandardCharsets.UTF_8))
                .hasSize(Integer.parseInt(again.header("Content-Length")));
        assertThat(get("north", "/").body()).contains("href=\"/\"").doesNotContain("href=\"/invoices\"");
        leave(inside);

        List<Future<WholeResponse>> others = twoInside("south");
        assertThat(get("south", "/invoices").body()).contains("South").doesNotContain("North");
        leave(others);
    }

    @Test
    void aFormThatIsRefusedSaysThatNothingWasSaved() throws Exception {
        List<Future<WholeResponse>> inside = twoInside("north");

        WholeResponse page = WholeResponse.ask(port, "POST", "north.anteroom.test", "/things");
        assertThat(page.status()).isEqualTo(429);
        assertThat(page.body()).contains("Nothing of what you sent was saved.").doesNotContain("Try again</a>");

        leave(inside);
    }

    @Test
    void fragmentsAndProgramsAreToldInJson() throws Exception {
        List<Future<WholeResponse>> inside = twoInside("north");

        for (String header : List.of("HX-Request: true", "Accept: application/json")) {
            WholeResponse problem = WholeResponse.ask(port, "GET", "north.anteroom.test", "/", header);
            assertThat(problem.status()).isEqualTo(429);
            assertThat(problem.header("Content-Type")).isEqualTo("application/problem+json");
            assertThat(problem.header("Retry-After")).isEqualTo("1");
            assertThat(problem.body()).contains("\"status\":429", "Wait a second, then try again.");
        }
        leave(inside);
    }

    @Test
    void anAddressThatLeadsElsewhereIsNoButton() throws Exception {
        List<Future<WholeResponse>> inside = twoInside("north");

        WholeResponse page = get("north", "//evil.example/");
        assertThat(page.status()).isEqualTo(429);
        assertThat(page.body()).doesNotContain("evil.example");
        leave(inside);
    }

    @Test
    void otherClinicsAreServedUntilAllPortalsAreFull() throws Exception {
        List<Future<WholeResponse>> inside = twoInside("north");
        assertThat(get("south", "/").status()).isEqualTo(200);

        Future<WholeResponse> third = visitors.submit(() -> get("south", "/held"));
        slow.inside.acquire();
        WholeResponse page = get("south", "/");
        assertThat(page.status()).isEqualTo(503);
        assertThat(page.header("Retry-After")).isEqualTo("1");
        assertThat(page.body()).contains("Very busy at the moment").doesNotContain("South");

        leave(List.of(inside.get(0), inside.get(1), third));
    }

    @Test
    void stylesAndScriptsAreNotCounted() throws Exception {
        List<Future<WholeResponse>> inside = twoInside("north");

        assertThat(get("north", Brand.plain("x").stylesheetUrl()).status()).isEqualTo(200);
        leave(inside);
    }

    @Test
    void aPaymentProvidersCallPassesAFullDoor() throws Exception {
        CountDownLatch go = slow.webhooksHeld;
        List<Future<WholeResponse>> calls = java.util.stream.IntStream.range(0, 5)
                .mapToObj(i -> visitors.submit(this::webhook))
                .toList();
        slow.webhooks.acquire(5);
        go.countDown();
        for (Future<WholeResponse> call : calls) {
            assertThat(call.get().status()).isEqualTo(404);
        }
    }

    @Test
    void faultsGiveTheirPlacesBack() {
        for (int i = 0; i < 5; i++) {
            assertThat(get("north", "/things/500").status()).isEqualTo(500);
        }
    }

    @Test
    void anAnswerGivenLaterHoldsItsPlaceUntilItIsGiven() throws Exception {
        slow.returned.drainPermits();
        List<Future<WholeResponse>> waiting =
                List.of(visitors.submit(() -> get("north", "/later")), visitors.submit(() -> get("north", "/later")));
        List<DeferredResult<Reply>> answers = List.of(slow.later.take(), slow.later.take());
        slow.returned.acquire(2);

        assertThat(get("north", "/").status()).isEqualTo(429);

        answers.forEach(answer -> answer.setResult(Reply.page(output -> output.writeContent("at last"))));
        for (Future<WholeResponse> answered : waiting) {
            assertThat(answered.get().body()).isEqualTo("at last");
        }
        assertThat(get("north", "/").status()).isEqualTo(200);
    }

    private List<Future<WholeResponse>> twoInside(String clinic) throws InterruptedException {
        List<Future<WholeResponse>> inside =
                List.of(visitors.submit(() -> get(clinic, "/held")), visitors.submit(() -> get(clinic, "/held")));
        slow.inside.acquire(2);
        return inside;
    }

    private void leave(List<Future<WholeResponse>> inside) throws Exception {
        slow.go.release(inside.size());
        for (Future<WholeResponse> visitor : inside) {
            assertThat(visitor.get().status()).isEqualTo(200);
        }
    }

    private WholeResponse get(String clinic, String path) {
        return WholeResponse.ask(port, "GET", clinic + ".anteroom.test", path);
    }

    private WholeResponse webhook() {
        return WholeResponse.ask(port, "POST", "anteroom.test", "/webhooks/stripe/connect");
    }

    /** Pages that answer when the test says so. */
    @Controller
    @Import(Slow.Watch.class)
    static class Slow {

        final Semaphore inside = new Semaphore(0);
        final Semaphore go = new Semaphore(0);
        final Semaphore returned = new Semaphore(0);
        final Semaphore webhooks = new Semaphore(0);
        final CountDownLatch webhooksHeld = new CountDownLatch(1);
        final BlockingQueue<DeferredResult<Reply>> later = new LinkedBlockingQueue<>();

        @GetMapping("/held")
        Content held() throws InterruptedException {
            inside.release();
            go.acquire();
            return output -> output.writeContent("held");
        }

        @GetMapping("/later")
        DeferredResult<Reply> later() {
            DeferredResult<Reply> answer = new DeferredResult<>();
            later.add(answer);
            return answer;
        }

        /** Before the door: sees when a request has passed it on its way out. After it: holds webhooks. */
        static class Watch {

            @Bean
            FilterRegistrationBean<Filter> outside(Slow slow) {
                return at(FairnessConfiguration.DOOR - 1, (request, response, chain) -> {
                    chain.doFilter(request, response);
                    slow.returned.release();
                });
            }

            @Bean
            FilterRegistrationBean<Filter> behind(Slow slow) {
                return at(FairnessConfiguration.DOOR + 1, (request, response, chain) -> {
                    if (request instanceof HttpServletRequest http
                            && http.getRequestURI().startsWith("/webhooks/")) {
                        slow.webhooks.release();
                        slow.webhooksHeld.await();
                    }
                    chain.doFilter(request, response);
                });
            }

            private static FilterRegistrationBean<Filter> at(int order, Step step) {
                FilterRegistrationBean<Filter> registration =
                        new FilterRegistrationBean<>((request, response, chain) -> {
                            try {
                                step.take(request, response, chain);
                            } catch (InterruptedException interrupted) {
                                throw new IllegalStateException(interrupted);
                            }
                        });
                registration.setOrder(order);
                return registration;
            }
        }

        private interface Step {
            void take(ServletRequest request, ServletResponse response, FilterChain chain)
                    throws IOException, ServletException, InterruptedException;
        }
    }
}
