package io.anteroom.demo.story;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.StandardCharsets;

/** The staff's pages of patients: one by one, and from a file. */
final class Patients {

    private static final String FILE = """
            First name,Surname,Date of birth,Email,Mobile
            Ben,Ashdown,14/03/1985,ben@elm-patients.example,07400 123457
            Chloe,Birch,02/11/1972,,
            Dan,Cedar,31/02/1990,dan@elm-patients.example,
            Anna,Rowan,09/05/1988,anna@patients.example,
            """;

    private final Person staff;
    private final Clinic clinic;

    Patients(Person staff, Clinic clinic) {
        this.staff = staff;
        this.clinic = clinic;
    }

    void findsNobodyYet() {
        staff.goesTo("app.", "/o/" + clinic.slug() + "/patients");
        staff.reads("No patients yet");
        staff.looks("patients-none");
    }

    /** Without a date of birth first: what was typed stays. */
    void addsAnna() {
        staff.follows("New patient");
        staff.reads("New patient");
        staff.types("Anna", "First name");
        staff.types("Rowan", "Family name");
        staff.types("anna@patients.example", "Email");
        staff.presses("Add patient");
        staff.reads("There is a problem");
        assertThat(staff.field("Family name")).hasValue("Rowan");
        staff.looks("new-patient-with-mistakes");
        staff.types("9/5/1988", "Date of birth");
        staff.presses("Add patient");
        staff.isTold("Patient added");
        staff.reads("Anna Rowan");
        staff.looks("patient");
        staff.follows("Details");
        staff.looks("patient-details");
    }

    /** One row has a day that does not exist, one is Anna again; neither gets in. */
    void importsTheOthers() {
        staff.goesTo("app.", "/o/" + clinic.slug() + "/patients");
        staff.follows("Import");
        staff.reads("Import patients");
        staff.looks("import");
        staff.field("CSV file")
                .setInputFiles(new FilePayload("patients.csv", "text/csv", FILE.getBytes(StandardCharsets.UTF_8)));
        staff.presses("Continue");
        staff.reads("What is in the columns?");
        assertThat(staff.field("Surname")).hasValue("familyName");
        staff.looks("import-columns");
        staff.presses("Check the rows");
        staff.reads("Check before importing");
        staff.isTold("With errors 1");
        staff.isTold("Already there 1");
        staff.looks("import-check");
        staff.presses("Import 2 patients");
        staff.reads("2 patients imported");
        staff.looks("import-done");
    }

    void findsOneWhileTyping() {
        staff.follows("To the patients");
        staff.types("birch", "Find a patient");
        assertThat(staff.main().getByRole(AriaRole.ROW)).hasCount(2);
        staff.looks("patients-found");
    }
}
