package io.anteroom.demo.story;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.options.FilePayload;
import io.anteroom.demo.RunningDemo;
import io.anteroom.demo.browser.Album;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** Two records of one patient become one. */
class MergeTest {

    private static final String PATIENTS = "/o/sakura/patients";

    private static final String FILE = """
            First name,Surname,Date of birth,Email,Mobile,Alerts
            Nao,Abe,1991-07-08,nao@abe.example,,Allergic to penicillin
            Naoko,Abe,1991-07-08,naoko.abe@a-hospital-with-a-long-name.example,090-1234-5699,Asthma
            Kai,Abe,1999-07-08,kai@abe.example,,
            """;

    private final Album album = new Album("merge-");

    @Test
    void staffFindTheOtherRecordCompareSeeWhatHappensAndMerge() {
        try (var staff = Person.atADesk(album)) {
            signsIn(staff);
            imports(staff);
            findsTheOther(staff);
            seesWhatHappens(staff);
            merges(staff);
            findsOne(staff);
            isRefusedForTwoPeople(staff);
        }
        assertThat(album.flaws()).isEmpty();
    }

    private static void signsIn(Person staff) {
        staff.goesTo("app.", PATIENTS + "/import");
        staff.reads("Sign in");
        staff.types("kenji@sakura.example", "Email");
        staff.presses("Sign in");
        staff.types(RunningDemo.shared().password("kenji@sakura.example"), "Password");
        staff.presses("Sign in");
        staff.reads("Import patients");
    }

    private static void imports(Person staff) {
        staff.field("CSV file")
                .setInputFiles(new FilePayload("abe.csv", "text/csv", FILE.getBytes(StandardCharsets.UTF_8)));
        staff.presses("Continue");
        staff.presses("Check the rows");
        staff.reads("Check before importing");
        staff.presses("Import 3 patients");
        staff.reads("3 patients imported");
    }

    private static void findsTheOther(Person staff) {
        staff.goesTo("app.", PATIENTS + "?q=abe");
        staff.follows("Abe, Nao");
        staff.follows("Merge with another record");
        staff.reads("Merge with another record");
        staff.isTold("Abe, Naoko");
        staff.looks("other");
        staff.follows("Abe, Naoko");
        staff.reads("Compare two records");
        staff.looks("compare");
    }

    private static void seesWhatHappens(Person staff) {
        staff.page().locator(".actions a.btn-primary").click();
        staff.reads("Merge these two records?");
        staff.isTold("The first names differ");
        staff.looks("check");
        staff.presses("Merge the two records");
        staff.reads("There is a problem");
        staff.looks("mistakes");
    }

    private static void merges(Person staff) {
        staff.ticks("I have checked with the patient that both records are of the same person");
        staff.types("Naoko Abe", "Type Naoko Abe to go on");
        staff.presses("Merge the two records");
        staff.isTold("The two records are one now");
        staff.isTold("Allergic to penicillin; Asthma");
        staff.isTold("090-1234-5699");
        staff.looks("merged");
    }

    private static void findsOne(Person staff) {
        staff.goesTo("app.", PATIENTS + "?q=naoko");
        staff.isTold("Nobody found");
    }

    private static void isRefusedForTwoPeople(Person staff) {
        staff.goesTo("app.", PATIENTS + "?q=abe");
        staff.follows("Abe, Nao");
        staff.follows("Merge with another record");
        staff.types("kai", "Find the other record");
        staff.presses("Search");
        staff.follows("Abe, Kai");
        staff.page().locator(".actions a.btn-primary").click();
        staff.reads("These two can’t be merged now");
        staff.looks("refused");
    }
}
