package io.anteroom.portal.signin;

import static io.anteroom.portal.Clinics.CODE;
import static io.anteroom.portal.Clinics.NORTH;
import static org.assertj.core.api.Assertions.assertThat;

import io.anteroom.portal.Clinics;
import io.anteroom.portal.PortalTest;
import io.anteroom.testing.Tenants;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

/** What people, and others, type into the one field of the sign-in page. */
@PortalTest
@Import(Clinics.class)
class OddAddressesTest {

    @Autowired
    Clinics clinics;

    /** A patient, with whom the fixture also opens the clinic's portal. */
    @BeforeEach
    void aPatient() {
        clinics.patient(Tenants.north(), "Anna", "anna+clinic@example.org");
    }

    static Stream<String> noAddresses() {
        return Stream.of(
                "",
                "anna",
                "anna@",
                "anna@example",
                "an\u200bna@example.org",
                "an\u0007na@example.org",
                "anna@example.org, bob@example.org",
                "x".repeat(10_000),
                "a@" + "b.".repeat(5_000) + "org",
                "ß".repeat(33) + "@example.org",
                "ﷺ".repeat(10_000) + "@example.org",
                "1".repeat(10_000),
                "07400",
                "020 7946 0000",
                "090-1234-5678",
                "07400 FLOWER",
                "' or 1=1 --",
                "<script>alert(1)</script>");
    }

    @ParameterizedTest
    @MethodSource("noAddresses")
    void whatIsNoAddressIsSaidBesideTheField(String typed) throws Exception {
        var visitor = clinics.visitor(NORTH);
        visitor.open("/sign-in");
        var answer = visitor.submit("/sign-in", "address", typed);

        assertThat(answer.getStatus()).isEqualTo(422);
        assertThat(answer.getContentAsString())
                .contains("Enter an email address or a mobile number")
                .doesNotContain("<script>alert", "Exception");
    }

    @Test
    void anAddressThatLooksLikeAnotherIsRefusedWithTheReason() throws Exception {
        var visitor = clinics.visitor(NORTH);
        visitor.open("/sign-in");
        var answer = visitor.submit("/sign-in", "address", "аnna+clinic@example.org"); // its first letter is Cyrillic

        assertThat(answer.getStatus()).isEqualTo(422);
        assertThat(answer.getContentAsString())
                .contains("letters of different alphabets that look alike")
                .doesNotContain("Enter an email address");
    }

    @Test
    void oneAddressInAllItsWritingsSignsOnePersonInAndAnotherNobody() {
        for (var same : List.of("ANNA+Clinic@EXAMPLE.ORG", " ａｎｎａ＋ｃｌｉｎｉｃ＠example.org ")) {
            assertThat(signsIn(same)).isTrue();
        }
        for (var other : List.of("anna@example.org", "anna+other@example.org", "ánna+clinic@example.org")) {
            assertThat(signsIn(other)).isFalse();
        }
    }

    @Test
    void aNumberOfAnotherCountryIsTakenWithItsPrefix() {
        var visitor = clinics.visitor(NORTH);
        visitor.open("/sign-in");

        assertThat(visitor.submit("/sign-in", "address", "+81 90-1234-5678").getRedirectedUrl())
                .isEqualTo("/sign-in/code");
    }

    private boolean signsIn(String typed) {
        var visitor = clinics.visitor(NORTH);
        visitor.open("/sign-in");
        assertThat(visitor.submit("/sign-in", "address", typed).getRedirectedUrl())
                .isEqualTo("/sign-in/code");
        visitor.open("/sign-in/code");
        clinics.sendCodes();
        return visitor.submit("/sign-in/code", "code", CODE).getStatus() == 303;
    }
}
