package io.anteroom.demo.failure;

import static io.anteroom.demo.failure.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import io.anteroom.demo.MailLine;
import io.anteroom.demo.RunningDemo;
import io.anteroom.localservices.postgres.PostgresOutage;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** PostgreSQL is killed, and comes back. Nobody restarts anything of ours. */
@Timeout(120)
class DatabaseAwayTest {

    private static final String AWAY = "can’t be reached at the moment";
    private static final RunningDemo DEMO = RunningDemo.shared();
    private static final PostgresOutage OUTAGE = DEMO.postgresOutage();

    private static Guest patient;
    private static Guest staff;
    private static Guest operator;

    @BeforeAll
    static void peopleAreSignedIn() {
        patient = Guest.patient(DEMO, "harbour", "chloe@patients.example");
        staff = Guest.staff(DEMO, "olivia@harbour.example");
        operator = Guest.operator(DEMO);
    }

    @AfterEach
    void itIsBackWhateverHappened() {
        OUTAGE.end();
        DEMO.mailLine().is(MailLine.State.OPEN);
        DEMO.clock().set(Duration.ZERO);
        Guest.portalsAnswer(DEMO);
    }

    @Test
    void everybodyIsToldSoAtOnceAndGoesOnAsSoonAsItIsBack() {
        Guest newcomer = Guest.atTheFrontPage(DEMO);
        Answer form = newcomer.opens("/signup");
        assertThat(patient.opens("/invoices").status()).isEqualTo(200);
        assertThat(staff.opens("/o/harbour/patients").status()).isEqualTo(200);
        assertThat(operator.opens("/tenants").status()).isEqualTo(200);

        OUTAGE.begin();

        for (int i = 0; i < 3; i++) {
            assertThat(patient.opens("/invoices").saysNotNow(AWAY).body())
                    .as("in the clinic's look, with the way to reach it")
                    .contains("Harbour Physiotherapy", "020 7946 0123");
            staff.opens("/o/harbour/patients").saysNotNow(AWAY);
            operator.opens("/tenants").saysNotNow(AWAY);
            newcomer.signsUp(form, "late-lane").saysNotNow("What you entered is kept on this page");
        }

        OUTAGE.end();

        eventually(() -> patient.opens("/invoices").status() == 200);
        eventually(() -> staff.opens("/o/harbour/patients").status() == 200);
        eventually(() -> operator.opens("/tenants").status() == 200);
    }

    @Test
    void whatWasTypedIsKeptAndSentAgainByOneButton() {
        Guest ben = Guest.at(DEMO, "harbour");
        Answer page = ben.opens("/sign-in");
        OUTAGE.begin();

        Answer refused = ben.sends(page, "/sign-in", "address", "ben@patients.example");

        refused.saysNotNow("What you entered is kept on this page");
        assertThat(SentForm.on(refused.body()).fields()).containsEntry("address", "ben@patients.example");
        OUTAGE.end();
        eventually(() -> ben.sendsAgain(refused).path().equals("/sign-in/code"));
        ben.entersTheCode("ben@patients.example");
        assertThat(ben.opens("/invoices").status()).isEqualTo(200);
    }

    @Test
    void aChangeThatWasMissedMeanwhileIsSeen() {
        Guest visitor = Guest.at(DEMO, "sakura");
        assertThat(visitor.opens("/sign-in").status()).isEqualTo(200);
        Sql.run("alter role anteroom_control nologin");
        OUTAGE.begin();
        OUTAGE.end();

        Sql.run("update control.tenant set state = 'SUSPENDED' where slug = 'sakura'");
        Sql.run("alter role anteroom_control login");

        eventually(() -> visitor.opens("/sign-in").body().contains("is closed for now"));
        Sql.run("update control.tenant set state = 'ACTIVE' where slug = 'sakura'");
        eventually(() -> visitor.opens("/sign-in").status() == 200);
    }

    @Test
    void workThatWasUnderWayIsFinished() {
        Guest haruto = Guest.at(DEMO, "sakura");
        DEMO.mailLine().is(MailLine.State.SILENT);
        int before = DEMO.mailLine().asked();
        haruto.asksForACode("haruto@patients.example");
        eventually(() -> DEMO.mailLine().asked() > before);

        OUTAGE.begin();
        DEMO.mailLine().is(MailLine.State.OPEN);
        OUTAGE.end();
        DEMO.clock().set(Duration.ofMinutes(1)); // rather than wait until the mail server is asked again

        eventually(() -> haruto.opens("/sign-in/code").status() == 200);
        haruto.entersTheCode("haruto@patients.example");
        eventually(() -> haruto.opens("/invoices").status() == 200);
    }
}
