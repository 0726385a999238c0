package io.anteroom.webkit.host;

import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import io.anteroom.webkit.WebSettings;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.util.unit.DataSize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

class HostMappingTest {

    private static final Hosts HOSTS =
            new Hosts(new WebSettings("example.org", "https", List.of(), DataSize.ofMegabytes(1)));

    private final MockMvc mvc = MockMvcBuilders.standaloneSetup(new Front(), new Clinic(), new Anywhere())
            .setCustomHandlerMapping(() -> new HostMapping(HOSTS))
            .build();

    @OnHost(Host.PLATFORM)
    @RestController
    static class Front {

        @GetMapping("/")
        String home() {
            return "front";
        }

        @GetMapping("/terms")
        String terms() {
            return "terms";
        }
    }

    @OnHost(Host.PORTAL)
    @RestController
    static class Clinic {

        @GetMapping("/")
        String home() {
            return "clinic";
        }
    }

    @RestController
    static class Anywhere {

        @GetMapping("/anywhere")
        String anywhere() {
            return "anywhere";
        }
    }

    @Test
    void onePathLeadsToAnotherControllerOnEachHost() throws Exception {
        mvc.perform(get("https://example.org/")).andExpect(content().string("front"));
        mvc.perform(get("https://north.example.org/")).andExpect(content().string("clinic"));
    }

    @Test
    void aPageOfOneHostDoesNotExistOnAnother() throws Exception {
        mvc.perform(get("https://example.org/terms")).andExpect(status().isOk());
        mvc.perform(get("https://north.example.org/terms")).andExpect(status().isNotFound());
        mvc.perform(get("https://app.example.org/")).andExpect(status().isNotFound());
    }

    @Test
    void aControllerWithoutAHostAnswersOnAll() throws Exception {
        mvc.perform(get("https://example.org/anywhere")).andExpect(status().isOk());
        mvc.perform(get("https://north.example.org/anywhere")).andExpect(status().isOk());
    }
}
