package io.anteroom.portal.session;

import static io.anteroom.portal.Clinics.NORTH;
import static org.assertj.core.api.Assertions.assertThat;

import io.anteroom.portal.Clinics;
import io.anteroom.portal.PortalTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

@PortalTest
@Import(Clinics.class)
class SignedOutFormTest {

    @Autowired
    Clinics clinics;

    @Test
    void whatWasTypedIntoAFormAfterSignInRanOutIsKeptOnThePage() throws Exception {
        var nobody = clinics.visitor(NORTH);
        nobody.open("/sign-in");

        var answer = nobody.submit("/questionnaires/aaaaaaaaaaaaaaaa/1", "q-1", "It \"hurts\" <here>");

        assertThat(answer.getStatus()).isEqualTo(401);
        assertThat(answer.getContentAsString())
                .contains(
                        "You have been signed out",
                        "action=\"/questionnaires/aaaaaaaaaaaaaaaa/1\"",
                        "name=\"q-1\" value=\"It &#34;hurts&#34; ",
                        "Send what I entered",
                        "href=\"/sign-in\" target=\"_blank\"");
        assertThat(nobody.open("/questionnaires/aaaaaaaaaaaaaaaa/1").getRedirectedUrl())
                .isEqualTo("/sign-in");
    }
}
