package io.anteroom.server.roles;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import io.anteroom.localservices.mailbox.Mailbox;
import io.anteroom.server.isolation.TwoClinics;
import io.anteroom.server.isolation.Visitors;
import io.anteroom.testing.Tenants;
import io.micrometer.tracing.Tracer;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.sdk.testing.exporter.InMemorySpanExporter;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.export.SpanExporter;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.context.ConfigurableApplicationContext;

/** What leaves the house as a trace: whose it was, and nothing about anybody. */
class TracesTest {

    private static final AttributeKey<String> TENANT = AttributeKey.stringKey("anteroom.tenant");
    private static final AttributeKey<String> ROLE = AttributeKey.stringKey("anteroom.role");

    /** What somebody at the north had done, beside pages. */
    private static final Set<String> NORTHS = Set.of("work sign-in-code", "stripe checkout");

    /** What both clinics send: the code, and invoices. */
    private static final Set<String> MESSAGES = Set.of("work message", "smtp send");

    private final InMemorySpanExporter spans = InMemorySpanExporter.create();
    private final ByteArrayOutputStream sent = new ByteArrayOutputStream();

    private HttpServer collector;

    @BeforeEach
    void aCollector() throws IOException {
        collector = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        collector.createContext("/v1/traces", exchange -> {
            synchronized (sent) {
                exchange.getRequestBody().transferTo(sent);
            }
            exchange.sendResponseHeaders(200, -1);
            exchange.close();
        });
        collector.start();
    }

    @AfterEach
    void noCollector() {
        collector.stop(0);
    }

    /** Signing in with a code that a worker sends, and trying to pay while the payment provider does not answer. */
    @Test
    void eachSpanSaysWhoseItWasAndNoneNamesAPatientAnAddressACodeOrAToken() throws Exception {
        try (Mailbox mailbox = Mailbox.start();
                ConfigurableApplicationContext application = RoleSettings.start(
                        List.of("portal", "worker"),
                        context -> context.getBeanFactory().registerSingleton("spansInMemory", spans),
                        "management.opentelemetry.tracing.export.otlp.endpoint=http://127.0.0.1:"
                                + collector.getAddress().getPort() + "/v1/traces",
                        "management.tracing.sampling.probability=1",
                        "anteroom.messaging.smtp.host=127.0.0.1",
                        "anteroom.messaging.smtp.port=" + mailbox.smtpPort(),
                        "anteroom.messaging.smtp.protection=none",
                        "anteroom.payments.retries=0")) {
            new Visitors(application).clinics().open();
            LogsTest.connectToStripe(application);
            String address = "auth1@" + TwoClinics.NORTHS + ".example";
            Browser browser = new Browser(new Running(application), "north.anteroom.test");

            browser.post("/sign-in", "address=" + address);
            String code = mailbox.await(address, mail -> mail.text().matches("(?s).*\\b\\d{6}\\b.*"))
                    .text()
                    .replaceFirst("(?s).*\\b(\\d{6})\\b.*", "$1");
            assertThat(browser.post("/sign-in/code", "code=" + code).status()).isEqualTo(303);
            assertThat(browser.get("/invoices/1?looked=for-me").all()).contains(TwoClinics.NORTHS);
            assertThat(browser.post("/invoices/1/payment", "").status()).isEqualTo(303);
            new Running(application).get("north.anteroom.test", "/sign-in?token=in-the-address");

            List<SpanData> finished = finished(application);
            assertThat(finished)
                    .extracting(SpanData::getName)
                    .contains(
                            "http post /sign-in",
                            "http post /sign-in/code",
                            "work sign-in-code",
                            "work message",
                            "smtp send",
                            "stripe checkout");
            assertThat(finished)
                    .filteredOn(span -> span.getKind() == SpanKind.SERVER)
                    .hasSizeGreaterThanOrEqualTo(5)
                    .extracting(span -> span.getAttributes().get(AttributeKey.stringKey("uri")))
                    .doesNotContainNull()
                    .noneMatch(uri -> uri.matches(".*\\d.*|.*\\?.*"));
            assertThat(finished).allSatisfy(span -> {
                assertThat(span.getAttributes().get(ROLE)).isEqualTo("portal,worker");
                assertThat(span.getEvents()).isEmpty();
            });
            String north = Tenants.north().id().value();
            String south = Tenants.south().id().value();
            assertThat(finished)
                    .filteredOn(span -> span.getKind() == SpanKind.SERVER || NORTHS.contains(span.getName()))
                    .allSatisfy(
                            span -> assertThat(span.getAttributes().get(TENANT)).isEqualTo(north));
            assertThat(finished)
                    .filteredOn(span -> MESSAGES.contains(span.getName()))
                    .hasSizeGreaterThanOrEqualTo(2)
                    .allSatisfy(
                            span -> assertThat(span.getAttributes().get(TENANT)).isIn(north, south));
            assertThat(finished)
                    .filteredOn(span -> span.getName().equals("stripe checkout"))
                    .allMatch(span -> span.getKind() == SpanKind.CLIENT)
                    .allMatch(span -> span.getStatus().getDescription().isEmpty());

            assertThat(sent()).contains(Tenants.north().id().value(), "work sign-in-code", "http post /sign-in");
            assertThat((told(finished) + sent()).toLowerCase(Locale.ROOT))
                    .doesNotContain(TwoClinics.NORTHS.toLowerCase(Locale.ROOT), "looked", "in-the-address")
                    .doesNotContain(code)
                    .doesNotContain(browser.cookies().toLowerCase(Locale.ROOT).split("[=; ]+"));
        }
    }

    @Test
    void withoutAnAddressToSendThemToThereAreNoTraces() {
        try (ConfigurableApplicationContext application = RoleSettings.start("portal")) {
            assertThat(application.getBeansOfType(Tracer.class)).isEmpty();
            assertThat(application.getBeansOfType(SdkTracerProvider.class)).isEmpty();
            assertThat(application.getBeansOfType(SpanExporter.class)).isEmpty();
        }
    }

    private List<SpanData> finished(ConfigurableApplicationContext application) {
        application.getBean(SdkTracerProvider.class).forceFlush().join(10, TimeUnit.SECONDS);
        return spans.getFinishedSpanItems();
    }

    /** All of them but their own numbers and times. */
    private static String told(List<SpanData> finished) {
        return finished.stream()
                .map(span -> span.getName() + span.getAttributes() + span.getStatus() + span.getResource() + "\n")
                .collect(Collectors.joining());
    }

    private String sent() {
        synchronized (sent) {
            return sent.toString(StandardCharsets.ISO_8859_1);
        }
    }
}
