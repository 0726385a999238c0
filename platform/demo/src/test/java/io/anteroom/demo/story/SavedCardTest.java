package io.anteroom.demo.story;

import static org.assertj.core.api.Assertions.assertThat;

import io.anteroom.clinic.audit.Actor;
import io.anteroom.clinic.billing.Billing;
import io.anteroom.clinic.billing.InvoiceDraft;
import io.anteroom.clinic.billing.InvoiceId;
import io.anteroom.clinic.billing.InvoiceLine;
import io.anteroom.clinic.billing.Sending;
import io.anteroom.clinic.patient.PatientId;
import io.anteroom.demo.RunningDemo;
import io.anteroom.demo.browser.Album;
import io.anteroom.tenancy.CurrentTenant;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Mila saves a card and permits it to be charged, accepts instalments and stops them; her bank wants her all the same, so she pays by
 * the mail's link. Then she pays two invoices at once.
 */
class SavedCardTest {

    private static final Actor.Staff DESK = new Actor.Staff("desk", "Robin Desk");
    private static final String OLIVIA = "olivia@harbour.example";
    private static final String ALWAYS_ASKS = "4000 0027 6000 3184";
    private static final String CARD = "Visa ending 3184";

    private final RunningDemo demo = RunningDemo.shared();
    private final NewPatient mila = NewPatient.at(demo, "Mila");
    private final Album album = new Album("saved-card-");

    @Test
    void aCardIsSavedPermittedChargedByStaffAndPaidWithThroughTheBank() {
        String invoice = "/invoices/" + invoice(4_200);
        try (var phone = Person.onAPhone(album);
                var olivia = Person.atADesk(album)) {
            signsIn(phone);
            saves(phone);
            permits(phone);
            KeycloakDoor.signsIn(olivia, OLIVIA, "/o/harbour" + invoice);
            offersInstalments(olivia);
            acceptsAndStopsThem(phone, invoice);
            charges(olivia);
            pays(phone, invoice);
            paysTwoAtOnce(phone, invoice(1_500), invoice(2_600));
        }
        assertThat(album.flaws()).isEmpty();
    }

    private void signsIn(Person phone) {
        phone.goesTo("harbour.", "/payment-methods");
        phone.reads("Sign in to Harbour Physiotherapy");
        phone.types(mila.email(), "Email or mobile number");
        phone.presses("Send me a code");
        phone.reads("Enter your code");
        phone.types(phone.post().code(mila.email()), "Six-digit code");
        phone.presses("Sign in");
        phone.reads("Payment methods");
        phone.isTold("No saved cards");
        phone.looks("none-yet");
    }

    private void saves(Person phone) {
        phone.presses("Add a card");
        phone.reads("Save a card");
        phone.types(mila.email(), "Email");
        phone.types(ALWAYS_ASKS, "Card number");
        phone.types("12 / 34", "Expires MM/YY");
        phone.types("123", "Security code");
        phone.types(mila.name(), "Name on card");
        phone.presses("Save card");
        phone.reads("Is it you who is saving a card");
        phone.presses("Yes, let the card be saved");
        phone.reads("Your card is saved");
        phone.looks("saved");
        phone.follows("See your saved cards");
        phone.follows(CARD);
        phone.reads(CARD);
        phone.looks("card");
        phone.follows("Remove the card");
        phone.reads("Remove " + CARD + "?");
        phone.looks("removal");
        phone.follows("Cancel");
        phone.reads("Payment methods");
    }

    private void permits(Person phone) {
        phone.follows(CARD);
        phone.follows("Permit it for invoices for " + mila.name());
        phone.reads("Let the clinic charge your card?");
        phone.isTold("I allow Harbour Physiotherapy to charge " + CARD);
        phone.looks("permission");
        phone.presses("I agree");
        phone.reads("What the clinic may charge");
        phone.looks("methods");
    }

    private static void offersInstalments(Person olivia) {
        olivia.follows("Offer instalments");
        olivia.reads("Offer instalments for");
        olivia.looks("offer");
        olivia.presses("See the instalments");
        olivia.reads("Offer these 3 instalments?");
        olivia.looks("offer-check");
        olivia.presses("Offer these instalments");
        olivia.isTold("Nobody has accepted it yet");
        olivia.looks("offered");
    }

    private static void acceptsAndStopsThem(Person phone, String invoice) {
        phone.goesTo("harbour.", invoice);
        phone.isTold("The clinic offers you to pay this invoice in instalments");
        phone.follows("Pay in instalments");
        phone.reads("Pay in instalments?");
        phone.isTold("I allow Harbour Physiotherapy to charge " + CARD + " for invoice");
        phone.looks("instalments");
        phone.presses("I agree");
        phone.isTold("Your saved card is charged on these days");
        phone.looks("instalments-running");
        phone.presses("Stop the instalments");
        phone.isTold("The instalments are stopped");
    }

    private static void charges(Person olivia) {
        olivia.follows("Charge the card on file");
        olivia.reads("Charge £42.00 for");
        olivia.isTold("I allow Harbour Physiotherapy to charge " + CARD);
        olivia.looks("charge");
        olivia.presses("Charge £42.00");
        olivia.isTold("wants the card’s owner to confirm");
        olivia.looks("bank-wants-her");
    }

    private void pays(Person phone, String invoice) {
        var mail = phone.post().mail(mila.email(), "Please pay invoice");
        assertThat(mail.text()).contains(invoice + "/pay");
        phone.goesTo("harbour.", invoice + "/pay");
        phone.reads("Pay £42.00");
        phone.isTold("The clinic tried to charge your card");
        phone.looks("pay");
        phone.presses("Pay £42.00 now");
        phone.reads("Your bank wants you to confirm");
        phone.looks("needs-you");
        phone.follows("Go on to your bank");
        phone.reads("Is it you who is paying");
        phone.presses("Yes, approve the payment");
        phone.reads("Thank you, your payment has arrived");
        phone.looks("paid");
    }

    private static void paysTwoAtOnce(Person phone, InvoiceId one, InvoiceId other) {
        phone.goesTo("harbour.", "/invoices");
        phone.reads("Invoices");
        phone.isTold("Pay all that is due: £41.00");
        phone.looks("several-are-due");
        phone.follows("Choose which");
        phone.reads("Pay several invoices");
        phone.looks("several");
        phone.presses("Continue");
        phone.isTold("Choose two invoices or more");
        phone.looks("several-too-few");
        tick(phone, one + ":1500");
        tick(phone, other + ":2600");
        phone.presses("Continue");
        phone.reads("Pay £41.00");
        phone.isTold(CARD);
        phone.looks("several-chosen");
        phone.presses("Pay with another card");
        phone.reads("Pay by card");
        phone.looks("several-at-stripe");
        new Paying(phone).paysByCard("£41.00");
        phone.reads("Thank you, your payment has arrived");
        phone.looks("several-paid");
        phone.follows("Receipt for invoice");
        phone.reads("Receipt");
        phone.isTold("Paid at the same time");
        phone.looks("several-receipt");
        for (InvoiceId paid : List.of(one, other)) {
            phone.goesTo("harbour.", "/invoices/" + paid);
            phone.isTold("This invoice is paid");
        }
    }

    private static void tick(Person phone, String value) {
        phone.main().locator("input[value='" + value + "']").check();
    }

    /** A sent invoice of hers over so much. */
    private InvoiceId invoice(long pence) {
        var application = demo.application();
        return CurrentTenant.call(demo.tenant("harbour"), () -> {
            var data = application.getBean(JdbcClient.class);
            Long patient = application
                    .getBean(TransactionTemplate.class)
                    .execute(_ -> data.sql("update __tenant__.patient set email = :email"
                                    + " where family_name = :family and given_name = :given returning id")
                            .param("email", mila.email())
                            .param("family", mila.familyName())
                            .param("given", mila.givenName())
                            .query(Long.class)
                            .single());
            var billing = application.getBean(Billing.class);
            var line = new InvoiceLine("Visit", BigDecimal.ONE, pence, 0);
            LocalDate due = LocalDate.ofInstant(
                            application.getBean(Clock.class).instant(),
                            CurrentTenant.get().zone())
                    .plusDays(7);
            InvoiceId draft = billing.draft(new PatientId(patient), new InvoiceDraft(due, "", List.of(line)), DESK);
            assertThat(billing.send(draft, DESK)).isInstanceOf(Sending.Sent.class);
            return draft;
        });
    }
}
