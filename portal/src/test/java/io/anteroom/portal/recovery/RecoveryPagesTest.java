package io.anteroom.portal.recovery;

import static io.anteroom.portal.Clinics.CODE;
import static io.anteroom.portal.Clinics.NORTH;
import static io.anteroom.portal.Clinics.SOUTH;
import static org.assertj.core.api.Assertions.assertThat;

import io.anteroom.portal.Clinics;
import io.anteroom.portal.PortalTest;
import io.anteroom.portal.Visitor;
import io.anteroom.testing.Tenants;
import io.anteroom.testing.TestClock;
import java.io.UnsupportedEncodingException;
import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.mock.web.MockHttpServletResponse;

@PortalTest
@Import(Clinics.class)
class RecoveryPagesTest {

    private static final String ANNA = "anna@example.org";
    private static final Pattern PRINTED = Pattern.compile("<code>([0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4})</code>");
    private static final Pattern INSTEAD = Pattern.compile("name=\"instead\" value=\"([0-9]+)\"");

    @Autowired
    Clinics clinics;

    @Autowired
    TestClock clock;

    Visitor anna;

    @BeforeEach
    void aPatientAtEachClinic() {
        clinics.patient(Tenants.north(), "Anna", ANNA);
        clinics.patient(Tenants.south(), "Sora", ANNA);
        anna = clinics.signedIn(NORTH, ANNA);
    }

    @Test
    void codesAreMadeBehindTheFreshCheckAndShownOnce() {
        assertThat(text(anna.open("/security"))).contains("You have no recovery codes", "Print recovery codes");
        assertThat(anna.open("/recovery-codes/new").getRedirectedUrl()).isEqualTo("/unlock?to=/recovery-codes/new");
        assertThat(anna.submit("/recovery-codes").getRedirectedUrl()).isEqualTo("/unlock");
        unlock();

        assertThat(text(anna.open("/recovery-codes/new"))).contains("show them once");
        var sheet = anna.submit("/recovery-codes", "instead", "0");
        assertThat(printed(sheet)).hasSize(10).doesNotHaveDuplicates();
        assertThat(sheet.getHeader("Cache-Control")).contains("no-store");
        assertThat(text(sheet)).contains("North Clinic", NORTH, "data-print");

        assertThat(anna.submit("/recovery-codes", "instead", "0").getRedirectedUrl())
                .as("the same form again")
                .isEqualTo("/security");
        assertThat(text(anna.open("/security"))).contains("10 of 10 codes left", "can’t be shown again");
        assertThat(anna.open("/recovery-codes").getRedirectedUrl()).isEqualTo("/security");
    }

    @Test
    void aPrintedCodeSignsInInPlaceOfTheOneThatWasSent() {
        var codes = codes();
        var other = asks(NORTH, ANNA);
        assertThat(text(other.open("/sign-in/code"))).contains("href=\"/sign-in/recovery\"");
        assertThat(text(other.open("/sign-in/recovery"))).contains("Use a recovery code", "a•••@example.org");
        assertThat(text(other.submit("/sign-in/recovery", "code", ""))).contains("Enter the twelve letters and digits");
        var wrong = other.submit("/sign-in/recovery", "code", "2222-2222-2222");
        assertThat(wrong.getStatus()).isEqualTo(422);
        assertThat(text(wrong)).contains("not one of your codes");
        assertThat(other.submit("/sign-in/recovery", "code", codes.getFirst()).getRedirectedUrl())
                .isEqualTo("/");
        assertThat(text(other.open("/security"))).contains("9 of 10 codes left");
        assertThat(other.open("/access/log").getRedirectedUrl())
                .as("it opens no clinical records")
                .isEqualTo("/unlock?to=/access/log");
    }

    @Test
    void theAnswerIsTheSameForAnAddressThatNobodyHasAndAtTheOtherClinic() {
        var codes = codes();
        var known = asks(NORTH, ANNA);
        var unknown = asks(NORTH, "a@example.org");
        var elsewhere = asks(SOUTH, ANNA);
        var wrong = bare(known.submit("/sign-in/recovery", "code", "2222-2222-2222"));

        assertThat(bare(unknown.submit("/sign-in/recovery", "code", "2222-2222-2222")))
                .isEqualTo(wrong);
        assertThat(text(unknown.submit("/sign-in/recovery", "code", codes.getFirst())))
                .contains("not one of your codes");
        assertThat(text(elsewhere.submit("/sign-in/recovery", "code", codes.getFirst())))
                .contains("not one of your codes");
    }

    @Test
    void newOnesEndTheOldAndRemovingEndsAll() {
        var old = codes();
        var page = text(anna.open("/recovery-codes/new"));
        assertThat(page).contains("The codes that you have now stop working");
        var instead = INSTEAD.matcher(page);
        assertThat(instead.find()).isTrue();
        var codes = printed(anna.submit("/recovery-codes", "instead", instead.group(1)));
        assertThat(codes).hasSize(10).doesNotContainAnyElementsOf(old);
        assertThat(text(asks(NORTH, ANNA).submit("/sign-in/recovery", "code", old.getFirst())))
                .contains("not one of your codes");

        assertThat(text(anna.open("/recovery-codes/removal"))).contains("Remove your recovery codes?");
        assertThat(anna.submit("/recovery-codes/removal").getRedirectedUrl()).isEqualTo("/security");
        assertThat(text(anna.open("/security"))).contains("You have no recovery codes");
        assertThat(text(asks(NORTH, ANNA).submit("/sign-in/recovery", "code", codes.getFirst())))
                .contains("not one of your codes");
    }

    @Test
    void whoIsNotSigningInIsLedToTheFirstPage() {
        var stranger = clinics.visitor(NORTH);
        assertThat(stranger.open("/sign-in/recovery").getRedirectedUrl()).isEqualTo("/sign-in");
        stranger.open("/sign-in");
        assertThat(stranger.submit("/sign-in/recovery", "code", "2222-2222-2222")
                        .getRedirectedUrl())
                .isEqualTo("/sign-in");
    }

    private List<String> codes() {
        anna.open("/security");
        unlock();
        anna.open("/recovery-codes/new");
        var codes = printed(anna.submit("/recovery-codes", "instead", "0"));
        assertThat(codes).hasSize(10);
        return codes;
    }

    private void unlock() {
        anna.submit("/unlock/codes");
        anna.open("/unlock");
        anna.submit("/unlock", "code", CODE);
    }

    /** Ten minutes later, so that the limit on asking is not what is tried here. */
    private Visitor asks(String host, String address) {
        clock.advance(Duration.ofMinutes(10));
        var visitor = clinics.visitor(host);
        visitor.open("/sign-in");
        visitor.submit("/sign-in", "address", address);
        visitor.open("/sign-in/recovery");
        return visitor;
    }

    private static List<String> printed(MockHttpServletResponse sheet) {
        return PRINTED.matcher(text(sheet))
                .results()
                .map(found -> found.group(1))
                .toList();
    }

    private static String bare(MockHttpServletResponse response) {
        return text(response).replaceAll("name=\"_csrf\" value=\"[^\"]+\"", "").replaceAll("hx-headers=\"[^\"]+\"", "");
    }

    private static String text(MockHttpServletResponse response) {
        try {
            return response.getContentAsString();
        } catch (UnsupportedEncodingException e) {
            throw new AssertionError(e);
        }
    }
}
