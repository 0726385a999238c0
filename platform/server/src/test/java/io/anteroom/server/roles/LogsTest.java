package io.anteroom.server.roles;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.ConfigurableApplicationContext;

@ExtendWith(OutputCaptureExtension.class)
class LogsTest {

    /** As in production, where a collector reads them. */
    @Test
    void aLineIsJsonAndNamesTheRequestItBelongsTo(CapturedOutput output) {
        try (ConfigurableApplicationContext application = RoleSettings.start("staff")) {
            Running.Answer answer = new Running(application)
                    .get("app.anteroom.test", "/login/oauth2/code/keycloak?code=a-stolen-code&state=none");
            String request = answer.all().replaceFirst("(?s).*X-Request-Id: (\\w+).*", "$1");

            assertThat(output.getOut().lines().filter(line -> line.contains("A sign-in of staff failed")))
                    .singleElement()
                    .asString()
                    .startsWith("{\"@timestamp\":")
                    .contains("\"requestId\":\"" + request + "\"");
            assertThat(output.getAll()).doesNotContain("a-stolen-code");
        }
    }
}
