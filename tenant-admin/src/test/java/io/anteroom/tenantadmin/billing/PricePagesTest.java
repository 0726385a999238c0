package io.anteroom.tenantadmin.billing;

import static io.anteroom.testing.Tenants.north;
import static org.assertj.core.api.Assertions.assertThat;

import io.anteroom.clinic.audit.Actor;
import io.anteroom.clinic.patient.Patient;
import io.anteroom.clinic.patient.PatientDetails;
import io.anteroom.clinic.patient.Patients;
import io.anteroom.clinic.staff.StaffRole;
import io.anteroom.tenantadmin.door.StaffPagesFixture;
import io.anteroom.testing.TestClock;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

class PricePagesTest extends StaffPagesFixture {

    @Autowired
    Patients patients;

    @Autowired
    TestClock clock;

    PricePagesTest() {
        super(StaffRole.BILLING);
    }

    @Test
    void aPriceIsWrittenFoundAndChanged() {
        assertThat(opens("/o/north/settings/prices")).hasStatusOk().bodyText().contains("No prices yet");
        assertThat(opens("/o/north/settings/prices/new"))
                .hasStatusOk()
                .bodyText()
                .contains("Price of one");
        assertThat(price("/new", "CONS", "Consultation", "84.50")).hasStatus(303);
        assertThat(opens("/o/north/settings/prices?q=cons"))
                .hasStatusOk()
                .bodyText()
                .contains("Consultation", "£84.50", "20% included");
        assertThat(price("/new", "cons", "Other", "1"))
                .hasStatus(422)
                .bodyText()
                .contains("Another price has this code", "value=\"Other\"");
        assertThat(price("/new", "", "", "x"))
                .hasStatus(422)
                .bodyText()
                .contains("Enter a code", "Say what it is", "as a number");
        assertThat(price("/1", "CONS", "Consultation", "90")).hasStatus(303);
        assertThat(price("/1", "CONS", "Consultation", "95"))
                .hasStatus(422)
                .bodyText()
                .contains("changed this price meanwhile, to £90.00", "value=\"95\"");
        assertThat(sends("/o/north/settings/prices/1/retiring")).hasStatus(303);
        assertThat(opens("/o/north/settings/prices?retired=true")).bodyText().contains("Consultation", "Retired");
        assertThat(sends("/o/north/settings/prices/1/return")).hasStatus(303);
        assertThat(opens("/o/north/settings/prices?q=%22%3E%3Cscript%3E&page=-3"))
                .hasStatusOk()
                .bodyText()
                .contains("Nothing found")
                .doesNotContain("\"><script>");
    }

    @Test
    void theListIsDownloadedWithWhatIsRetired() {
        price("/new", "CONS", "Consultation", "84.50");
        sends("/o/north/settings/prices/1/retiring");

        for (MvcTestResult file : List.of(
                Objects.requireNonNull(sends("/o/north/settings/prices/file")),
                Objects.requireNonNull(sends("/o/north/invoices/books", "what", "prices")))) {
            assertThat(file)
                    .hasStatusOk()
                    .hasHeader("Content-Disposition", "attachment; filename=\"prices-2026-11-21.csv\"")
                    .bodyText()
                    .contains("CONS,Consultation,GBP,84.50,20,yes,retired");
        }
        role = StaffRole.RECEPTIONIST;
        assertThat(sends("/o/north/settings/prices/file")).hasStatus(403);
        role = StaffRole.PRACTITIONER;
        assertThat(sends("/o/north/settings/prices/file")).hasStatus(403);
    }

    @Test
    void aLineIsTakenFromTheListWithoutScript() {
        price("/new", "CONS", "Consultation", "84.50");
        price("/new", "CONS-2", "Second consultation", "50");
        long ann = in(
                        north(),
                        () -> patients.save(new Patient(
                                        PatientDetails.of("Ann", "Example", LocalDate.of(1980, 3, 27)),
                                        new Actor.Staff("staff-1", "Robin Desk"),
                                        clock.instant()))
                                .id())
                .value();
        String url = "/o/north/patients/" + ann + "/invoices/new";

        assertThat(opens(url)).hasStatusOk().bodyText().contains("From the price list", "value=\"CONS Consultation\"");
        assertThat(picks(url, "cons", "pick"))
                .hasStatusOk()
                .bodyText()
                .contains("value=\"84.50\"", "value=\"Consultation\"", "value=\"20\"")
                .doesNotContain("lines[1]");
        assertThat(picks(url, "cons", "save")).hasStatusOk().bodyText().contains("value=\"84.50\"");
        assertThat(picks(url, "consul", "pick"))
                .hasStatus(422)
                .bodyText()
                .contains("Several match: CONS Consultation; CONS-2 Second consultation", "value=\"consul\"");
        assertThat(picks(url, "zebra", "pick")).hasStatus(422).bodyText().contains("Nothing on the price list");
    }

    @Test
    void onlyWhoKeepsThePriceListSeesIt() {
        price("/new", "CONS", "Consultation", "84.50");
        role = StaffRole.RECEPTIONIST;

        assertThat(opens("/o/north/settings/prices")).hasStatus(403);
        assertThat(price("/new", "A", "B", "1")).hasStatus(403);
        assertThat(sends("/o/north/settings/prices/1/retiring")).hasStatus(403);
        role = StaffRole.ADMIN;
        assertThat(opens("/o/north/settings/prices/1")).hasStatusOk();
        assertThat(opens("/o/south/settings/prices/1")).hasStatus(404);
    }

    private MvcTestResult price(String path, String code, String name, String price) {
        return sends(
                "/o/north/settings/prices" + path,
                "code",
                code,
                "name",
                name,
                "price",
                price,
                "tax",
                "20",
                "included",
                "true",
                "version",
                "0");
    }

    private MvcTestResult picks(String url, String item, String button) {
        return sends(
                url,
                "dueOn",
                "2026-12-05",
                "note",
                "",
                "lines[0].description",
                "",
                "lines[0].quantity",
                "1",
                "lines[0].price",
                "",
                "lines[0].tax",
                "0",
                "item",
                item,
                button,
                "true");
    }
}
