package io.anteroom.demo.story;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.assertions.PlaywrightAssertions;
import io.anteroom.demo.RunningDemo;
import io.anteroom.demo.browser.Album;
import io.anteroom.tenancy.CurrentTenant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Somebody new at Harbour Physiotherapy, without a mouse, and the reception that matches them. */
class NewPatientBookingTest {

    private static final String NORA = "nora@new-patients.example";
    private static final String SERVICE = "Getting to know you";

    private static final RunningDemo DEMO = RunningDemo.shared();

    private final Album album = new Album("new-patient-");

    @BeforeEach
    void aServiceForNewPatients() {
        sql("""
                with place as (
                    insert into __tenant__.location (name, street, postcode, city, country, time_zone, position, version)
                    values ('Quay', '1 Quay', 'BN1 1AA', 'Brighton', 'GB', 'Europe/London', 90, 0) returning id),
                what as (
                    insert into __tenant__.service (name, description, preparation, minutes, for_new_patients, position, version)
                    values ('%s', 'A first look, and a plan.', 'Bring what you take.', 30, true, 90, 0) returning id),
                who as (
                    insert into __tenant__.practitioner (name, title, about, position, version)
                    values ('Mara Quay', 'Physiotherapist', '', 90, 0) returning id),
                given as (
                    insert into __tenant__.service_practitioner (service_id, practitioner_id)
                    select what.id, who.id from what, who),
                there as (
                    insert into __tenant__.service_location (service_id, location_id) select what.id, place.id from what, place)
                insert into __tenant__.working_hours (practitioner_id, location_id, weekday, from_time, until_time, valid_from)
                select who.id, place.id, weekday, '09:00', '17:00', '2020-01-01'
                  from who, place, generate_series(1, 7) weekday""".formatted(SERVICE));
        asks("About you", "Where does it hurt?", "before");
        asks("Before you come", "What do you take?", "after");
    }

    private static void asks(String title, String question, String moment) {
        sql("""
                with form as (
                    insert into __tenant__.questionnaire (title, state, created_at, created_by)
                    values ('%1$s', 'active', now(), 'test') returning id),
                version as (
                    insert into __tenant__.questionnaire_version (questionnaire_id, number, title, fhir, published_at, published_by)
                    select id, 1, '%1$s', '{"resourceType":"Questionnaire","status":"active","title":"%1$s","item":'
                           || '[{"linkId":"a","type":"string","text":"%2$s"}]}', now(), 'test' from form)
                insert into __tenant__.service_form (service_id, questionnaire_id, moment)
                select s.id, form.id, '%3$s' from form, __tenant__.service s where s.name = '%4$s'""".formatted(title, question, moment, SERVICE));
    }

    @AfterEach
    void notForOtherStories() {
        sql("update __tenant__.service set ended_at = now() where name = '" + SERVICE + "'");
        sql("update __tenant__.questionnaire set state = 'retired' where title in ('About you', 'Before you come')");
    }

    @Test
    void aNewPatientBooksWithoutAMouseAndTheReceptionMakesARecordOfThem() {
        try (var nora = Person.onAPhone(album);
                var olivia = Person.atADesk(album)) {
            var keyboard = new Keyboard(nora);
            chooses(nora, keyboard);
            saysWhoSheIs(nora, keyboard);
            nora.reads("Enter your code");
            keyboard.types(nora.post().code(NORA));
            keyboard.enters();
            fillsInWhatIsAskedFirst(nora, keyboard);
            nora.presses("Book the appointment");
            nora.reads(SERVICE);
            nora.isTold("Your appointment is booked");
            nora.isTold("To fill in before you come");
            nora.looks("booked");
            nora.goesTo("harbour.", "/");
            nora.reads("Hello, Nora Newcombe");
            nora.isTold("Before you come");
            nora.looks("home");

            KeycloakDoor.signsIn(olivia, "olivia@harbour.example", "/o/harbour/patients/requests");
            olivia.reads("Requests to match");
            olivia.looks("requests");
            olivia.follows("Nora Newcombe");
            olivia.reads("Booked");
            olivia.isTold(SERVICE);
            olivia.looks("request");
            olivia.presses("Make a new patient");
            olivia.reads("Nora Newcombe");
            olivia.goesTo("app.", "/o/harbour/questionnaires/to-review");
            olivia.follows("Nora Newcombe");
            olivia.isTold("My left knee");
            olivia.looks("answers");
        }
        assertThat(album.flaws()).isEmpty();
    }

    private static void fillsInWhatIsAskedFirst(Person nora, Keyboard keyboard) {
        nora.reads("Before it is booked");
        nora.isTold("It is booked when you have sent the form");
        nora.looks("asked-first");
        keyboard.tabsTo("Fill in About you");
        keyboard.enters();
        nora.reads("About you");
        keyboard.tabsTo("Start");
        keyboard.enters();
        nora.types("My left knee", "Where does it hurt?");
        nora.presses("Save and continue");
        nora.reads("Check your answers");
        nora.presses("Send to the clinic");
        nora.isTold("The clinic has your answers");
        nora.looks("asked-first-sent");
        nora.follows("Go on with the booking");
        nora.reads("Book this time?");
    }

    private static void chooses(Person nora, Keyboard keyboard) {
        nora.goesTo("harbour.", "/");
        nora.reads("Sign in to Harbour Physiotherapy");
        keyboard.tabsTo("Book an appointment");
        keyboard.enters();
        nora.reads("Book an appointment at Harbour Physiotherapy");
        nora.looks("services");
        keyboard.tabsTo(SERVICE);
        keyboard.enters();
        nora.reads("When would suit you?");
        nora.page()
                .navigate(nora.page().url() + "?day="
                        + LocalDate.now(ZoneOffset.UTC).plusDays(3));
        nora.looks("times");
        keyboard.tabsTo("10:00");
        keyboard.enters();
        nora.reads("Book this time?");
    }

    private static void saysWhoSheIs(Person nora, Keyboard keyboard) {
        nora.isTold("We hold it for you until");
        nora.looks("details");
        nora.presses("Send me a code");
        nora.reads("There is a problem");
        nora.looks("details-with-mistakes");
        nora.types("Nora", "First name");
        nora.types("Newcombe", "Family name");
        nora.types("3", "Day");
        nora.types("7", "Month");
        nora.types("1990", "Year");
        nora.types(NORA, "Email or mobile number");
        PlaywrightAssertions.assertThat(nora.field("Family name")).hasValue("Newcombe");
        keyboard.tabsTo("Send me a code");
        keyboard.enters();
    }

    private static void sql(String statement) {
        var context = DEMO.application();
        CurrentTenant.run(
                DEMO.tenant("harbour"),
                () -> context.getBean(TransactionTemplate.class)
                        .executeWithoutResult(_ ->
                                context.getBean(JdbcClient.class).sql(statement).update()));
    }
}
