package io.anteroom.demo.story;

import static org.assertj.core.api.Assertions.assertThat;

import io.anteroom.demo.browser.Album;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class WholeWayTest {

    /** Also the address of a patient of the demo's own clinics, which is nobody's business here. */
    private static final String ANNA = "anna@patients.example";

    private static final String AMOUNT = "£84.80";

    private final Album album = new Album("");

    @AfterEach
    void noPageHadAFlaw() {
        assertThat(album.flaws()).isEmpty();
    }

    @Test
    void aClinicSignsUpAndAMinuteLaterItsPatientPaysAnInvoice() {
        try (var owner = Person.atADesk(album);
                var patient = Person.onAPhone(album)) {
            signUp(new SigningUp(owner));
            var door = new PortalDoor(patient, Clinic.ELM);
            door.isStillClosed();
            furnish(owner);
            invoice(owner);
            signIn(door);
            pay(new Paying(patient));
            new InvoiceDesk(owner, Clinic.ELM).findsItPaid();
            door.seesWhereElse();
            door.signsOut();
            new Office(owner).findsItAllInTheLog(Clinic.ELM);
            startAnother(owner);
        }
    }

    private static void signUp(SigningUp signUp) {
        signUp.readsTheFrontPage();
        signUp.opensTheForm();
        signUp.makesMistakes(Clinic.ELM);
        signUp.looksForAnAddress();
        signUp.asks(Clinic.ELM);
        signUp.confirms(Clinic.ELM);
        signUp.watchesItBeingSetUp();
        signUp.setsAPassword(Clinic.ELM);
    }

    private static void startAnother(Person owner) {
        var office = new Office(owner);
        office.signsOut();
        new SigningUp(owner).startsAnother(Clinic.ELM_KIDS);
        office.signsIn(Clinic.ELM_KIDS);
        office.chooses(Clinic.ELM, Clinic.ELM_KIDS);
    }

    private static void furnish(Person owner) {
        new Office(owner).findsTheChecklist();
        var portal = new PortalDesk(owner);
        portal.opens();
        portal.chasesAColour();
        portal.brands();
        portal.publishesItsSections();
        portal.switchesItOn();
        var patients = new Patients(owner, Clinic.ELM);
        patients.findsNobodyYet();
        patients.addsAnna();
        patients.importsTheOthers();
        patients.findsOneWhileTyping();
        var access = new OnlineAccess(owner, Clinic.ELM);
        access.opensThatOf("Rowan, Anna");
        access.configures(ANNA);
        var payments = new CardPayments(owner, Clinic.ELM);
        payments.begins();
        payments.finishesOnStripesPage();
        new Office(owner).findsTheChecklistDone(Clinic.ELM);
    }

    private static void invoice(Person owner) {
        var desk = new InvoiceDesk(owner, Clinic.ELM);
        desk.startsOneFor("Rowan", "Rowan, Anna");
        desk.writesTwoLines();
        desk.sends();
    }

    private static void signIn(PortalDoor door) {
        door.asksForACode(ANNA);
        door.entersAWrongCode(ANNA);
        door.entersTheCode(ANNA);
    }

    private static void pay(Paying paying) {
        paying.opensTheInvoice();
        paying.goesToPay(AMOUNT);
        paying.isDeclined(AMOUNT);
        paying.paysThroughTheBank(AMOUNT);
        paying.keepsTheReceipt(AMOUNT, ANNA);
    }
}
