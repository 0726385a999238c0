package io.anteroom.server.roles;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.context.ConfigurableApplicationContext;

/** Requests that say one host and mean another, at a portal's process with the real server in front. */
class HostHeaderTest {

    private static final String HERE = "Host: north.anteroom.test\r\n";

    @SuppressWarnings("NullAway.Init")
    private static ConfigurableApplicationContext application;

    @SuppressWarnings("NullAway.Init")
    private static Running process;

    @BeforeAll
    static void start() {
        application = RoleSettings.start("portal");
        process = new Running(application);
    }

    @AfterAll
    static void stop() {
        application.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"north.anteroom.test", "north.anteroom.test:8443", "NORTH.Anteroom.TEST", "north.anteroom.test."
            })
    void aHostIsTheSameInEveryWriting(String host) {
        assertThat(process.get(host, "/sign-in").all()).contains("200", "North Clinic");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "south.north.anteroom.test",
                "north.anteroom.test.evil.example",
                "north-anteroom.test",
                "xanteroom.test",
                "127.0.0.1",
                "[::1]",
                "n%6frth.anteroom.test",
                "north..anteroom.test",
                "north.anteroom.test@evil.example",
                "_north.anteroom.test",
                "north.anteroom.test/south",
                "north .anteroom.test",
                ""
            })
    void whatIsNoHostOfOursIsNobodys(String host) {
        Running.Answer answer = process.get(host, "/sign-in");
        assertThat(answer.status()).isIn(400, 404);
        assertThat(answer.all()).doesNotContain("North Clinic", "South Clinic", "Exception", "Tomcat");
    }

    @Test
    void oneRequestNamesOneHost() {
        assertThat(process.send("GET /sign-in HTTP/1.1\r\n" + HERE
                                + "Host: south.anteroom.test\r\nConnection: close\r\n\r\n")
                        .status())
                .isEqualTo(400);
        assertThat(process.send("GET http://south.anteroom.test/sign-in HTTP/1.1\r\n" + HERE
                                + "Connection: close\r\n\r\n")
                        .status())
                .isEqualTo(400);
        assertThat(process.send("GET /sign-in HTTP/1.1\r\nConnection: close\r\n\r\n")
                        .status())
                .isEqualTo(400);
    }

    /** The proxy in front of us says who asked and by TLS or not; which host was asked stands in the request itself. */
    @ParameterizedTest
    @ValueSource(strings = {"X-Forwarded-Host", "X-Host", "X-Original-Host", "Forwarded: host=south.anteroom.test;for"})
    void noHeaderButTheHostSaysWhichClinicIsMeant(String header) {
        String value = header.startsWith("Forwarded") ? header : header + ": south.anteroom.test";
        String request = "GET /sign-in HTTP/1.0\r\n" + HERE + value + "\r\n\r\n";
        assertThat(process.send(request).all()).contains("North Clinic").doesNotContain("South Clinic");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/assets/../application.yaml",
                "/assets/%2e%2e/application.yaml",
                "/assets/000000000000/../../application.yaml",
                "/assets/..%5c..%5capplication.yaml",
                "/webjars/htmx.org/2.0.10/dist/htmx.min.js",
                "/META-INF/MANIFEST.MF",
                "/WEB-INF/web.xml",
                "/application.yaml",
                "/brand/../application.yaml",
                "/brand/logo/../../application.yaml.png",
                "/actuator",
                "/actuator/health",
                "/actuator/prometheus",
                "/error",
                "//evil.example/",
                "/\\evil.example"
            })
    void noFileOfOursIsReadByItsPath(String path) {
        Running.Answer answer = process.get("north.anteroom.test", path);
        assertThat(answer.status()).isIn(303, 400, 404);
        assertThat(answer.all()).doesNotContain("spring", "Manifest", "evil", "Exception", "Tomcat");
    }

    @Test
    void aRefusalOfTheServerItselfSaysNothingOfTheServer() {
        assertThat(process.send("GET /{bad} HTTP/1.0\r\n" + HERE + "\r\n").all())
                .startsWith("HTTP/1.1 400")
                .doesNotContain("Tomcat", "Exception", "java.");
        assertThat(process.send("GET / HTTP/1.0\r\n" + HERE + "X: " + "x".repeat(40_000) + "\r\n\r\n")
                        .all())
                .startsWith("HTTP/1.1 4")
                .doesNotContain("Tomcat", "Exception", "java.");
    }
}
