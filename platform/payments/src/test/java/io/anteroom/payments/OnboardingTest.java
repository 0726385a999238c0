package io.anteroom.payments;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.anteroom.localservices.postgres.PostgresServer;
import io.anteroom.payments.OnboardingStart.Reason;
import io.anteroom.payments.OnboardingStart.Redirect;
import io.anteroom.payments.OnboardingStart.Refused;
import io.anteroom.payments.OnboardingStatus.Stage;
import io.anteroom.payments.account.AccountDirectory;
import io.anteroom.stripeemulator.http.Fault;
import io.anteroom.tenancy.Tenant;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.postgresql.PGConnection;
import org.postgresql.PGNotification;

/** Connecting a clinic, page and all. */
class OnboardingTest extends PaymentsFixture {

    private static final String OPEN_ACCOUNT = "POST /v2/core/accounts";
    private static final OnboardingReturn BACK = new OnboardingReturn(
            URI.create("http://app.localhost/o/north/payments/done"),
            URI.create("http://app.localhost/o/north/payments/again"));

    private OnboardingStart begin(Tenant tenant) {
        return in(tenant, () -> onboarding.start(BACK, "owner@example.org"));
    }

    private URI page(Tenant tenant) {
        assertThat(begin(tenant)).isInstanceOf(Redirect.class);
        return ((Redirect) begin(tenant)).page();
    }

    private OnboardingStatus status(Tenant tenant) {
        return in(tenant, onboarding::status);
    }

    private long accountsOpened() {
        return stripe.requests().stream().filter(OPEN_ACCOUNT::equals).count();
    }

    /** Sends the hosted form and gives where it leads. */
    private static String submit(URI page, String outcome) throws IOException, InterruptedException {
        try (HttpClient http = HttpClient.newHttpClient()) {
            HttpResponse<Void> answer = http.send(
                    HttpRequest.newBuilder(page)
                            .header("Content-Type", "application/x-www-form-urlencoded")
                            .POST(HttpRequest.BodyPublishers.ofString(
                                    "legal=North+Ltd&account=GB82&terms=yes&outcome=" + outcome))
                            .build(),
                    BodyHandlers.discarding());
            return answer.headers().firstValue("Location").orElse("");
        }
    }

    /** Pages remember whether the clinic can charge. */
    @Test
    void whatStripeSaidIsToldToEveryProcess() throws SQLException {
        page(north());
        try (Connection listening = PostgresServer.shared().connect("anteroom_test");
                Statement statement = listening.createStatement()) {
            statement.execute("listen portal_changed");
            in(north(), onboarding::refresh);
            assertThat(listening.unwrap(PGConnection.class).getNotifications(20_000))
                    .extracting(PGNotification::getParameter)
                    .contains(north().id().value())
                    .doesNotContain(south().id().value());
        }
    }

    @Test
    void theHostedPageLeadsToChargesAndNoRound() throws Exception {
        assertThat(status(north()).stage()).isEqualTo(Stage.NOT_STARTED);
        URI page = page(north());
        assertThat(status(north()).stage()).isEqualTo(Stage.INCOMPLETE);
        OnboardingStatus asked = in(north(), onboarding::refresh);
        assertThat(asked.chargesEnabled()).isFalse();
        assertThat(asked.requirements()).contains("identity.business_details.registered_name");

        assertThat(submit(page, "approve")).isEqualTo(BACK.done().toString());

        OnboardingStatus ready = in(north(), onboarding::refresh);
        assertThat(ready.stage()).isEqualTo(Stage.READY);
        assertThat(ready.chargesEnabled()).isTrue();
        assertThat(ready.requirements()).isEmpty();
        assertThat(ready.checkedAt()).isEqualTo(clock.instant());
        assertThat(status(south()).stage()).isEqualTo(Stage.NOT_STARTED);
    }

    @Test
    void aLinkWorksOnceAndThenLeadsBackForAnother() throws Exception {
        URI page = page(north());
        assertThat(submit(page, "later")).isEqualTo(BACK.done().toString());
        assertThat(submit(page, "approve")).isEqualTo(BACK.again().toString());
        assertThat(submit(page(north()), "review")).isEqualTo(BACK.done().toString());
        assertThat(in(north(), onboarding::refresh).stage()).isEqualTo(Stage.IN_REVIEW);
    }

    @Test
    void aSecondClickOpensNoSecondAccount() {
        long before = accountsOpened();
        begin(north());
        String account = Objects.requireNonNull(status(north()).account());
        begin(north());
        assertThat(status(north()).account()).isEqualTo(account);
        assertThat(accountsOpened() - before).isEqualTo(1);
    }

    @Test
    void anAccountWhoseAnswerWasLostIsNotOpenedAgain() {
        int before = stripe.all("", "v2.core.account").size();
        fail(OPEN_ACCOUNT, Fault.LOST_AFTER);
        assertThat(begin(north())).isEqualTo(new Refused(Reason.TRY_AGAIN));

        assertThat(begin(north())).isInstanceOf(Redirect.class);

        assertThat(stripe.all("", "v2.core.account")).hasSize(before + 1);
    }

    @Test
    void thinEventsBringTheNewsWithoutAnybodyAsking() {
        begin(north());
        String account = Objects.requireNonNull(status(north()).account());
        stripe.dropWebhooks();
        stripe.activate(account);

        assertThat(stripe.send(waiting("v2.core.account[requirements].updated")))
                .isEqualTo(200);
        assertThat(status(north()).stage()).isEqualTo(Stage.READY);

        stripe.disable(account);
        later(Duration.ofSeconds(1));
        assertThat(stripe.send(stripe.waiting().getLast())).isEqualTo(200);
        assertThat(status(north()).stage()).isEqualTo(Stage.RESTRICTED);
        assertThat(status(north()).requirements()).isNotEmpty();
    }

    @Test
    void aClinicWhoseEventsWereLostCanChargeAllTheSame() {
        begin(north());
        stripe.activate(Objects.requireNonNull(status(north()).account()));
        stripe.dropWebhooks();
        Money due = Money.of(8450, "GBP");

        assertThat(begun(north(), bill(north(), "1", due), due)).isNotNull();
    }

    @Test
    void twoClinicsNeverShareAnAccount() {
        begin(north());
        String account = Objects.requireNonNull(status(north()).account());
        var directory = new AccountDirectory(control);
        assertThat(directory.tenantOf(account)).contains(north().id());
        assertThatThrownBy(() -> directory.add(account, south().id())).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void anUnansweredQuestionKeepsWhatWasKnown() {
        String account = connect(north());
        fail("GET /v2/core/accounts/.*", Fault.ERROR_BEFORE);
        assertThat(in(north(), onboarding::refresh).stage()).isEqualTo(Stage.READY);
        stripe.disable(account);
        assertThat(in(north(), onboarding::refresh).stage()).isEqualTo(Stage.RESTRICTED);
    }
}
