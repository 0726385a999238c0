package io.anteroom.controlplane;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;

/** That what the other tests show of each role they show of its own login. */
@ControlPlaneTest
class OwnLoginsTest {

    @Test
    void pagesAreMadeUnderTheLoginOfTheirRole(@Autowired MockMvc http, @Autowired OwnLogins logins) throws Exception {
        http.perform(get("https://example.org/signup/confirm/" + "A".repeat(43)));
        http.perform(get("https://ops.example.org/tenants").accept("text/html"));

        assertThat(logins.used()).contains("anteroom_signup", "anteroom_operator");
    }
}
