package io.anteroom.controlplane.signup;

import static org.assertj.core.api.Assertions.assertThat;

import io.anteroom.controlplane.Clinics;
import io.anteroom.controlplane.ControlPlaneTest;
import io.anteroom.controlplane.RememberedTokens;
import io.anteroom.controlplane.organisation.EmailAddress;
import io.anteroom.controlplane.organisation.LinkToken;
import io.anteroom.controlplane.organisation.LinkTokens;
import io.anteroom.controlplane.provisioning.Provisioning;
import io.anteroom.testing.TestClock;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

@ControlPlaneTest
class SignUpsTest {

    private static final LinkTokens PAGES = new LinkTokens(new SecureRandom());

    @Autowired
    SignUps signUps;

    @Autowired
    SlugCheck slugs;

    @Autowired
    ConfirmationMail mail;

    @Autowired
    ForgetSignUps forget;

    @Autowired
    Provisioning provisioning;

    @Autowired
    RememberedTokens tokens;

    @Autowired
    TestClock clock;

    @Autowired
    @Qualifier("control")
    JdbcClient control;

    @Autowired
    @Qualifier("controlTransactions")
    PlatformTransactionManager transactions;

    private final LinkToken page = PAGES.next();

    @Test
    void aFormIsStoredAndItsLinkConfirmsAndStartsTheTenant() {
        assertThat(signUps.request(page, Clinics.called("oak-lane"))).isEqualTo(new SignUps.Stored());
        SignUp signUp = signUps.byPage(page).orElseThrow();
        assertThat(signUp.confirmed()).isFalse();
        assertThat(signUp.organisation()).isEqualTo(Clinics.called("oak-lane"));
        assertThat(provisioning.progress(signUp.id())).isEmpty();

        assertThat(signUps.confirm(tokens.last())).isTrue();

        assertThat(signUps.byPage(page).orElseThrow().confirmed()).isTrue();
        assertThat(provisioning.progress(signUp.id())).isPresent();
    }

    @Test
    void neitherTokenIsStoredAsItIs() {
        signUps.request(page, Clinics.called("oak-lane", "secret@example.net"));
        String row = control.sql("select row_to_json(sign_up)::text from control.sign_up")
                .query(String.class)
                .single();
        assertThat(row)
                .doesNotContain(page.value())
                .doesNotContain(tokens.last().value());
        assertThat(control.sql("select content::text from control.platform_message")
                        .query(String.class)
                        .single())
                .contains("{secret}")
                .doesNotContain(tokens.last().value());
    }

    @Test
    void whichTermsWereAgreedToAndWhenIsKept() {
        signUps.request(page, Clinics.called("oak-lane"));
        assertThat(control.sql("select count(*) from control.sign_up where terms_version = :version"
                                + " and terms_accepted_at = timestamptz '2026-11-21 09:00:00Z'")
                        .param("version", Terms.VERSION)
                        .query(Long.class)
                        .single())
                .isEqualTo(1);
    }

    @Test
    void confirmingTwiceIsConfirmingOnce() {
        signUps.request(page, Clinics.called("oak-lane"));
        LinkToken link = tokens.last();
        assertThat(signUps.confirm(link)).isTrue();
        assertThat(signUps.confirm(link)).isTrue();
        assertThat(rows("provisioning")).isEqualTo(1);
    }

    @Test
    void anUnknownLinkConfirmsNothing() {
        signUps.request(page, Clinics.called("oak-lane"));
        assertThat(signUps.confirm(PAGES.next())).isFalse();
        assertThat(signUps.confirm(page)).as("the form's key is not the mail's").isFalse();
        assertThat(rows("provisioning")).isZero();
    }

    @Test
    void aLinkConfirmsForTwoDaysAndNoLonger() {
        signUps.request(page, Clinics.called("oak-lane"));
        LinkToken link = tokens.last();
        clock.advance(Duration.ofDays(2).minusSeconds(1));
        assertThat(signUps.byConfirmation(link)).isPresent();
        clock.advance(Duration.ofSeconds(1));
        assertThat(signUps.byConfirmation(link)).isEmpty();
        assertThat(signUps.confirm(link)).isFalse();
    }

    @Test
    void anUnconfirmedSignUpKeepsItsSlugForTwoDays() {
        signUps.request(page, Clinics.called("oak-lane"));
        var other = Clinics.called("oak-lane", "berta@example.net");
        assertThat(signUps.request(PAGES.next(), other)).isEqualTo(new SignUps.SlugTaken());
        assertThat(slugs.free(other.slug(), Optional.empty())).isFalse();

        clock.advance(Duration.ofDays(2));
        assertThat(slugs.free(other.slug(), Optional.empty())).isTrue();
        assertThat(signUps.request(PAGES.next(), other)).isEqualTo(new SignUps.Stored());
    }

    @Test
    void aConfirmedSignUpKeepsItsSlugForGood() {
        signUps.request(page, Clinics.called("oak-lane"));
        signUps.confirm(tokens.last());
        clock.advance(Duration.ofDays(400));
        assertThat(signUps.request(PAGES.next(), Clinics.called("oak-lane", "berta@example.net")))
                .isEqualTo(new SignUps.SlugTaken());
    }

    @Test
    void aSlugOfALiveTenantIsTaken() {
        assertThat(signUps.request(page, Clinics.called("north"))).isEqualTo(new SignUps.SlugTaken());
        assertThat(slugs.suggest("North", Optional.of(page)).orElseThrow().value())
                .isEqualTo("north-clinic");
    }

    @Test
    void theSameFormSentAgainChangesItsDetailsAndFreesTheSlugItHad() {
        signUps.request(page, Clinics.called("oak-lane"));
        LinkToken first = tokens.last();
        signUps.request(page, Clinics.called("elm-lane"));

        assertThat(rows("sign_up")).isEqualTo(1);
        assertThat(signUps.byPage(page).orElseThrow().organisation()).isEqualTo(Clinics.called("elm-lane"));
        assertThat(signUps.confirm(first)).as("only the last mail's link works").isFalse();
        assertThat(signUps.request(PAGES.next(), Clinics.called("oak-lane"))).isEqualTo(new SignUps.Stored());
    }

    @Test
    void aFormSentAgainAfterItWasConfirmedChangesNothing() {
        signUps.request(page, Clinics.called("oak-lane"));
        signUps.confirm(tokens.last());
        assertThat(signUps.request(page, Clinics.called("elm-lane"))).isEqualTo(new SignUps.ConfirmedBefore());
        assertThat(signUps.byPage(page).orElseThrow().organisation()).isEqualTo(Clinics.called("oak-lane"));
    }

    @Test
    void ofManyWhoWantOneSlugAtOnceOneGetsIt() throws Exception {
        List<Callable<SignUps.Requested>> asking = IntStream.range(0, 8)
                .<Callable<SignUps.Requested>>mapToObj(number -> () ->
                        signUps.request(PAGES.next(), Clinics.called("oak-lane", "owner" + number + "@example.net")))
                .toList();
        try (var people = Executors.newFixedThreadPool(8)) {
            List<SignUps.Requested> answers =
                    people.invokeAll(asking).stream().map(Future::resultNow).toList();
            assertThat(answers).filteredOn(SignUps.Stored.class::isInstance).hasSize(1);
            assertThat(answers).filteredOn(SignUps.SlugTaken.class::isInstance).hasSize(7);
        }
    }

    @Test
    void aDoubleClickIsOneSignUp() throws Exception {
        Callable<SignUps.Requested> click =
                () -> signUps.request(page, Clinics.called("oak-lane", "double@example.net"));
        try (var clicks = Executors.newFixedThreadPool(2)) {
            var answers = clicks.invokeAll(List.of(click, click));
            assertThat(answers).extracting(Future::resultNow).containsOnly(new SignUps.Stored());
        }
        assertThat(rows("sign_up")).isEqualTo(1);
    }

    @Test
    void oneAddressGetsFewMailsAndTheAnswerDoesNotSay() {
        for (int i = 0; i < 5; i++) {
            assertThat(signUps.request(PAGES.next(), Clinics.called("oak-" + i, "often@example.net")))
                    .isEqualTo(new SignUps.Stored());
        }
        assertThat(mails("often@example.net")).isEqualTo(3);
    }

    @Test
    void whatAnAddressGotIsKnownToEveryReplicaAndForgottenAfterAnHour() {
        for (int i = 0; i < 3; i++) {
            signUps.request(PAGES.next(), Clinics.called("oak-" + i, "often@example.net"));
        }
        MailLimit another = new MailLimit(control, 3, clock);
        assertThat(another.allows(new EmailAddress("often@example.net"))).isFalse();
        assertThat(another.allows(new EmailAddress("seldom@example.net"))).isTrue();

        clock.advance(Duration.ofMinutes(61));
        assertThat(another.allows(new EmailAddress("often@example.net"))).isTrue();
    }

    @Test
    void whereAMailIsHeldBackTheLastLinkStaysGoodForWhatWasChanged() {
        for (int i = 0; i < 3; i++) {
            signUps.request(page, Clinics.called("oak-" + i, "often@example.net"));
        }
        LinkToken last = tokens.last();

        signUps.request(page, Clinics.called("oak-lane", "often@example.net"));

        assertThat(signUps.byConfirmation(last)
                        .orElseThrow()
                        .organisation()
                        .slug()
                        .value())
                .isEqualTo("oak-lane");
        assertThat(signUps.confirm(last)).isTrue();
    }

    @Test
    void aLinkSentToOneAddressNeverConfirmsAnother() {
        for (int i = 0; i < 3; i++) {
            signUps.request(PAGES.next(), Clinics.called("elm-" + i, "victim@example.net"));
        }
        signUps.request(page, Clinics.called("oak-lane", "mine@example.net"));
        LinkToken mine = tokens.last();

        signUps.request(page, Clinics.called("oak-lane", "victim@example.net"));

        assertThat(signUps.confirm(mine)).isFalse();
    }

    @Test
    void anExpiredLinkCanBeRenewedAndTheNewOneConfirms() {
        signUps.request(page, Clinics.called("oak-lane", "late@example.net"));
        LinkToken old = tokens.last();
        clock.advance(Duration.ofDays(3));
        signUps.sendAgain(old);
        assertThat(mails("late@example.net")).isEqualTo(2);
        assertThat(signUps.confirm(tokens.last())).isTrue();
    }

    @Test
    void renewingTooLateForTheSlugSendsAMailThatSaysSo() {
        signUps.request(page, Clinics.called("oak-lane", "slow@example.net"));
        LinkToken old = tokens.last();
        clock.advance(Duration.ofDays(3));
        signUps.request(PAGES.next(), Clinics.called("oak-lane", "quick@example.net"));
        signUps.sendAgain(old);
        assertThat(control.sql("select about_kind from control.platform_message where recipient = 'slow@example.net'"
                                + " order by created_at desc, about_kind = 'sign-up-confirmation' limit 1")
                        .query(String.class)
                        .single())
                .isEqualTo("sign-up-address-gone");
        assertThat(signUps.confirm(old)).isFalse();
    }

    @Test
    void aMailWhoseLinkWasReplacedOrUsedIsNotSent() {
        signUps.request(page, Clinics.called("oak-lane", "twice@example.net"));
        String first = aboutOfLastMail();
        assertThat(holds(first)).isTrue();
        clock.advance(Duration.ofSeconds(5));
        signUps.sendAgain(page);
        assertThat(holds(first)).as("replaced").isFalse();
        String second = aboutOfLastMail();
        assertThat(holds(second)).isTrue();
        signUps.confirm(tokens.last());
        assertThat(holds(second)).as("used").isFalse();
    }

    @Test
    void whatWasNeverConfirmedIsForgottenAWeekAfterItsLinkExpired() {
        signUps.request(page, Clinics.called("oak-lane"));
        LinkToken kept = PAGES.next();
        signUps.request(kept, Clinics.called("elm-lane", "kept@example.net"));
        signUps.confirm(tokens.last());

        clock.advance(Duration.ofDays(9).minusSeconds(1));
        forget.handle("daily");
        assertThat(signUps.byPage(page)).isPresent();

        clock.advance(Duration.ofSeconds(2));
        forget.handle("daily");
        assertThat(signUps.byPage(page)).isEmpty();
        assertThat(signUps.byPage(kept)).isPresent();
        assertThat(rows("slug_reservation")).isEqualTo(1);
    }

    private boolean holds(String about) {
        return Boolean.TRUE.equals(new TransactionTemplate(transactions).execute(transaction -> mail.holds(about)));
    }

    private String aboutOfLastMail() {
        return control.sql("select about_ref from control.platform_message order by created_at desc limit 1")
                .query(String.class)
                .single();
    }

    private long mails(String recipient) {
        return control.sql("select count(*) from control.platform_message where recipient = :to")
                .param("to", recipient)
                .query(Long.class)
                .single();
    }

    private long rows(String table) {
        return control.sql("select count(*) from control." + table)
                .query(Long.class)
                .single();
    }
}
