package io.anteroom.portal.password;

import static io.anteroom.portal.Clinics.CODE;
import static io.anteroom.portal.Clinics.NORTH;
import static io.anteroom.portal.Clinics.SOUTH;
import static org.assertj.core.api.Assertions.assertThat;

import io.anteroom.portal.Clinics;
import io.anteroom.portal.PortalTest;
import io.anteroom.portal.Visitor;
import io.anteroom.tenancy.CurrentTenant;
import io.anteroom.testing.Tenants;
import io.anteroom.testing.TestClock;
import java.io.UnsupportedEncodingException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.transaction.support.TransactionTemplate;

/** Signing in with a code and a password together. */
@PortalTest
@Import(Clinics.class)
class TwoStepsPagesTest {

    private static final String ANNA = "anna@example.org";
    private static final String OTTER = "otter tea";
    private static final String SECOND = "/sign-in/second-step";

    @Autowired
    Clinics clinics;

    @Autowired
    TestClock clock;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate transaction;

    Visitor anna;

    @BeforeEach
    void annaChoosesAShortPasswordThatIsAskedForTogetherWithACode() {
        clinics.patient(Tenants.north(), "Anna", ANNA);
        clinics.patient(Tenants.south(), "Sora", ANNA);
        sql("update __tenant__.authentication_settings set passwords = true, short_passwords = true");
        anna = clinics.signedIn(NORTH, ANNA);
        assertThat(text(anna.open("/password/new")))
                .contains("or 8 if you tick the box below", "Always ask me for a code and this password");
        assertThat(text(anna.submit("/password", "password", OTTER)))
                .contains("This has 9, which is enough if you tick the box below");
        assertThat(anna.submit("/password", "password", OTTER, "withCode", "true")
                        .getRedirectedUrl())
                .isEqualTo("/security");
        clock.advance(Duration.ofMinutes(10));
    }

    @Test
    void afterTheCodeThePasswordIsAskedForInTheSameBrowserAndLeadsToThePageThatWasWanted() {
        assertThat(text(anna.open("/security"))).contains("together with your password", "neither signs you in alone");
        var other = clinics.visitor(NORTH);
        other.open("/sessions");
        assertThat(entersCode(other)).isEqualTo(SECOND);
        assertThat(text(other.open(SECOND)))
                .contains("The code was right", "autocomplete=\"current-password\"", "Forgotten your password?")
                .contains("value=\"" + ANNA + "\" autocomplete=\"username\"");
        assertThat(other.open("/sessions").getRedirectedUrl()).as("not in yet").startsWith("/sign-in");
        assertThat(other.open("/sign-in/code").getRedirectedUrl()).as("back").isEqualTo(SECOND);
        other.open(SECOND);
        assertThat(other.submit("/sign-in/code", "code", CODE).getRedirectedUrl())
                .as("the code sent twice")
                .isEqualTo(SECOND);

        var nothing = other.submit(SECOND);
        assertThat(nothing.getStatus()).isEqualTo(422);
        assertThat(text(nothing)).contains("Enter your password");
        var wrong = other.submit(SECOND, "password", "nine geese");
        assertThat(wrong.getStatus()).isEqualTo(422);
        assertThat(text(wrong)).contains("isn’t your password").doesNotContain("nine geese");
        assertThat(other.submit(SECOND, "password", OTTER).getRedirectedUrl()).isEqualTo("/sessions");
        assertThat(text(other.open("/sessions"))).contains("This browser");
        assertThat(other.open(SECOND).getRedirectedUrl()).as("the back button").isEqualTo("/");
        assertThat(other.submit(SECOND, "password", OTTER).getRedirectedUrl())
                .as("the form again")
                .isEqualTo("/");
    }

    @Test
    void aDoubleClickAndASecondTabGetTheSameSession() {
        var other = clinics.visitor(NORTH);
        entersCode(other);
        other.open(SECOND);
        var cookie = other.cookie("sign-in");
        assertThat(other.submit(SECOND, "password", OTTER).getRedirectedUrl()).isEqualTo("/");
        var session = other.cookie("session").getValue();
        other.open("/sessions");
        other.take(cookie);
        assertThat(other.submit(SECOND, "password", OTTER).getRedirectedUrl()).isEqualTo("/");
        assertThat(other.cookie("session").getValue()).isEqualTo(session);
    }

    @Test
    void nobodyElseSeesThePageOrGetsAnythingForThePassword() {
        var stranger = clinics.visitor(NORTH);
        assertThat(stranger.open(SECOND).getRedirectedUrl()).isEqualTo("/sign-in");
        assertThat(stranger.open("/sign-in/forgotten").getRedirectedUrl()).isEqualTo("/sign-in");
        stranger.open("/sign-in");
        for (var path : new String[] {SECOND, "/sign-in/forgotten/codes", "/sign-in/forgotten/printed"}) {
            assertThat(stranger.submit(path, "password", OTTER, "code", "2222-2222-2222")
                            .getRedirectedUrl())
                    .as(path)
                    .isEqualTo("/sign-in");
        }
        var half = clinics.visitor(NORTH);
        entersCode(half);
        var elsewhere = clinics.visitor(SOUTH);
        elsewhere.take(half.cookie("sign-in"));
        elsewhere.open("/sign-in");
        assertThat(elsewhere.submit(SECOND, "password", OTTER).getRedirectedUrl())
                .as("another clinic")
                .isEqualTo("/sign-in");
        assertThat(clinics.signedIn(SOUTH, ANNA))
                .as("whose Anna has no password")
                .isNotNull();
        var forged = clinics.visitor(NORTH);
        forged.take(half.cookie("sign-in"));
        assertThat(forged.submit(SECOND, "password", OTTER).getRedirectedUrl())
                .as("without a token of the form")
                .isEqualTo(SECOND);
        assertThat(forged.submit("/sign-in/forgotten/codes").getRedirectedUrl()).isEqualTo("/sign-in/forgotten");
        clock.advance(Duration.ofMinutes(10));
        half.open("/sign-in");
        assertThat(half.submit(SECOND, "password", OTTER).getRedirectedUrl())
                .as("too late")
                .isEqualTo("/sign-in");
    }

    @Test
    void forgottenItIsTheClinicsWhereThereIsNothingElse() {
        var other = clinics.visitor(NORTH);
        entersCode(other);
        assertThat(text(other.open("/sign-in/forgotten")))
                .contains("The clinic has to remove it for you", "Ask North Clinic to remove your password")
                .doesNotContain("Send a code there", "recovery code</label>", "data-passkey");
        assertThat(other.submit("/sign-in/forgotten/codes").getRedirectedUrl()).isEqualTo("/sign-in");
    }

    @Test
    void forgottenItIsRemovedByACodeToTheOtherAddressAndAnotherIsChosen() {
        mobile();
        var other = clinics.visitor(NORTH);
        entersCode(other);
        assertThat(text(other.open("/sign-in/forgotten")))
                .contains("With your other address", "•••• 456", "by text message")
                .doesNotContain("has to remove it for you");
        assertThat(other.submit("/sign-in/forgotten/codes").getRedirectedUrl()).isEqualTo("/sign-in/code");
        assertThat(text(other.open("/sign-in/code"))).contains("It removes your password", "•••• 456");
        clinics.sendCodes();
        assertThat(other.submit("/sign-in/code", "code", CODE).getRedirectedUrl())
                .isEqualTo("/password/new");
        assertThat(text(other.open("/password/new"))).contains("Choose a password");
        assertThat(text(other.open("/security"))).contains("You have no password");
        assertThat(anna.open("/sessions").getRedirectedUrl()).as("signed out").startsWith("/sign-in");
    }

    @Test
    void aPrintedCodeAfterTheOneThatWasSentRemovesItToo() {
        sql("insert into __tenant__.recovery_set (account_id, made_at) values (1, now())");
        sql("insert into __tenant__.recovery_code (set_id, code_hash) values (1, sha256('code'))");
        var other = clinics.visitor(NORTH);
        entersCode(other);
        assertThat(text(other.open("/sign-in/forgotten"))).contains("With a recovery code");
        var wrong = other.submit("/sign-in/forgotten/printed", "code", "2222-2222-2222");
        assertThat(wrong.getStatus()).isEqualTo(422);
        assertThat(text(wrong)).contains("That is not one of your codes", "With a recovery code");
        assertThat(other.submit("/sign-in/forgotten/printed", "code", "what").getStatus())
                .isEqualTo(422);
    }

    @Test
    void whoWantsToChangeAWayInSignsInOnceMoreFirst() {
        sql("update __tenant__.portal_session set elevated_until = expires_at");
        for (var path : new String[] {"/password/new", "/password/removal", "/passkeys/new", "/recovery-codes/new"}) {
            assertThat(anna.open(path).getRedirectedUrl()).as(path).isEqualTo("/sign-in?renew=security");
        }
        assertThat(text(anna.open("/sign-in?renew=security"))).contains("Sign in once more first");
        for (var path : new String[] {"/password", "/password/removal", "/passkeys", "/recovery-codes"}) {
            assertThat(anna.submit(path, "password", "four otters drink tea").getRedirectedUrl())
                    .as(path)
                    .isEqualTo("/sign-in?renew=security");
        }
        anna.open("/password/new");
        entersCode(anna);
        anna.open(SECOND);
        assertThat(anna.submit(SECOND, "password", OTTER).getRedirectedUrl()).isEqualTo("/password/new");
        assertThat(text(anna.open("/password/new"))).contains("name=\"withCode\" value=\"true\" checked");
        assertThat(anna.submit("/password", "password", "four otters drink tea").getRedirectedUrl())
                .isEqualTo("/security");
        assertThat(text(anna.open("/security"))).contains("A code signs you in too");
    }

    @Test
    void whatTheClinicSwitchedOffIsStillAskedForAndCanBeRemoved() {
        var half = clinics.visitor(NORTH);
        entersCode(half);
        sql("update __tenant__.authentication_settings set passwords = false");
        half.open(SECOND);
        assertThat(half.submit(SECOND, "password", OTTER).getRedirectedUrl()).isEqualTo("/");
        assertThat(text(half.open("/security")))
                .contains("lets nobody choose a password", "/password/removal")
                .doesNotContain("/password/new");
        assertThat(text(half.open("/password/removal"))).contains("A code alone signs you in from then on");
        assertThat(half.submit("/password/removal").getRedirectedUrl()).isEqualTo("/security");
        clock.advance(Duration.ofMinutes(10));
        assertThat(clinics.signedIn(NORTH, ANNA)).isNotNull();
    }

    @Test
    void tooManyWrongOnesAreSaidWithoutSendingAnybodyInACircle() {
        var other = clinics.visitor(NORTH);
        entersCode(other);
        other.open(SECOND);
        sql("update __tenant__.account_password set wrong = 9");
        var locked = other.submit(SECOND, "password", "nine geese");
        assertThat(locked.getStatus()).isEqualTo(429);
        assertThat(text(locked)).contains("you can try again in").doesNotContain("with a code");
        sql("update __tenant__.account_password set wrong = 100");
        assertThat(text(other.submit(SECOND, "password", OTTER))).contains("none is taken any more");
    }

    /** Asks for a code and enters it; where that leads. */
    private @Nullable String entersCode(Visitor visitor) {
        visitor.open("/sign-in?renew=yes");
        visitor.submit("/sign-in", "address", ANNA);
        visitor.open("/sign-in/code");
        clinics.sendCodes();
        return visitor.submit("/sign-in/code", "code", CODE).getRedirectedUrl();
    }

    private void mobile() {
        sql("insert into __tenant__.credential (account_id, channel, value, added_at, added_by, verified_at)"
                + " values (1, 'mobile', '+447400123456', now(), 'Rosa', now())");
    }

    private void sql(String statement) {
        CurrentTenant.run(
                Tenants.north(),
                () -> transaction.executeWithoutResult(_ -> jdbc.sql(statement).update()));
    }

    private static String text(MockHttpServletResponse response) {
        try {
            return response.getContentAsString();
        } catch (UnsupportedEncodingException e) {
            throw new AssertionError(e);
        }
    }
}
