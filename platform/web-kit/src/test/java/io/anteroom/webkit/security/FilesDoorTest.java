package io.anteroom.webkit.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.anteroom.webkit.Brand;
import io.anteroom.webkit.WebSettings;
import io.anteroom.webkit.host.Links;
import io.anteroom.webkit.problem.ProblemPages;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.util.unit.DataSize;

class FilesDoorTest {

    private static final String FILES = "multipart/form-data; boundary=x";

    private final AtomicInteger passed = new AtomicInteger();
    private final FilesDoor door = new FilesDoor(
            request -> Optional.ofNullable(request.getHeader("Who")),
            (_, response, _) -> response.setStatus(401),
            new FormPlaces(),
            new ProblemPages(
                    tenant -> Brand.plain(tenant.name()),
                    new Links(new WebSettings("example.org", "https", List.of(), DataSize.ofMegabytes(30))),
                    _ -> false));

    @Test
    void aFormWithFilesOfNobodyIsReadByNobody() throws Exception {
        assertThat(sent("north", null, FILES).getStatus()).isEqualTo(401);
        assertThat(sent("north", null, "Multipart/Mixed").getStatus()).isEqualTo(401);
        assertThat(passed).hasValue(0);
    }

    @Test
    void otherFormsAreNoneOfItsBusiness() throws Exception {
        sent("north", null, "application/x-www-form-urlencoded");
        sent("north", null, null);
        assertThat(passed).hasValue(2);
    }

    @Test
    void whoSendsTwoAtOnceIsToldToWaitWithTheThirdAndOthersAreNot() throws Exception {
        send(
                "north",
                "ann",
                () -> send("north", "ann", () -> {
                    MockHttpServletResponse third = sent("north", "ann", FILES);
                    assertThat(third.getStatus()).isEqualTo(429);
                    assertThat(third.getHeader("Retry-After")).isEqualTo("60");
                    assertThat(third.getContentAsString()).contains("Many files are arriving just now");
                    assertThat(sent("north", "bob", FILES).getStatus()).isEqualTo(200);
                    assertThat(sent("south", "ann", FILES).getStatus()).isEqualTo(200);
                }));
        assertThat(sent("north", "ann", FILES).getStatus()).as("afterwards").isEqualTo(200);
    }

    @Test
    void aPlaceIsGivenBackByWhatFails() throws Exception {
        for (int i = 0; i < 3; i++) {
            assertThatThrownBy(() -> send("north", "ann", () -> {
                        throw new IOException("broken off");
                    }))
                    .hasMessage("broken off");
        }
        assertThat(sent("north", "ann", FILES).getStatus()).isEqualTo(200);
    }

    @Test
    void noClinicTakesAllPlacesAndThereAreNoMoreThanFitTheDisk() {
        var places = new FormPlaces();
        for (int i = 0; i < FormPlaces.OF_CLINIC; i++) {
            assertThat(places.enter("north", "patient " + i)).isTrue();
        }
        assertThat(places.enter("north", "another")).isFalse();
        for (int i = FormPlaces.OF_CLINIC; i < FormPlaces.OF_PROCESS; i++) {
            assertThat(places.enter("clinic " + i, "patient")).isTrue();
        }
        assertThat(places.enter("south", "patient")).isFalse();
        places.leave("north", "patient 0");
        assertThat(places.enter("south", "patient")).isTrue();
    }

    private interface Meanwhile {
        void happens() throws ServletException, IOException;
    }

    private MockHttpServletResponse sent(String clinic, @Nullable String who, @Nullable String type)
            throws ServletException, IOException {
        return send(clinic, who, type, (_, _) -> passed.incrementAndGet());
    }

    private void send(String clinic, String who, Meanwhile meanwhile) throws ServletException, IOException {
        send(clinic, who, FILES, (_, _) -> meanwhile.happens());
    }

    private MockHttpServletResponse send(String clinic, @Nullable String who, @Nullable String type, FilterChain then)
            throws ServletException, IOException {
        var request = new MockHttpServletRequest("POST", "/documents/new/1");
        request.setServerName(clinic + ".example.org");
        request.setContentType(type);
        request.addHeader("Accept", "application/json");
        if (who != null) {
            request.addHeader("Who", who);
        }
        var response = new MockHttpServletResponse();
        door.doFilter(request, response, then);
        return response;
    }
}
