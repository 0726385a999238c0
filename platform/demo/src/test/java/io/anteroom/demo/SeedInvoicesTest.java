package io.anteroom.demo;

import static io.anteroom.testing.Tenants.north;
import static org.assertj.core.api.Assertions.assertThat;

import io.anteroom.clinic.ClinicConfiguration;
import io.anteroom.clinic.audit.Actor;
import io.anteroom.clinic.billing.InvoiceDesk;
import io.anteroom.clinic.billing.InvoiceList;
import io.anteroom.clinic.billing.InvoiceQuery;
import io.anteroom.clinic.billing.InvoiceQuery.Order;
import io.anteroom.clinic.billing.InvoiceQuery.Show;
import io.anteroom.clinic.billing.InvoiceRow;
import io.anteroom.clinic.billing.InvoiceView;
import io.anteroom.clinic.billing.price.PriceList;
import io.anteroom.clinic.patient.EmailAddress;
import io.anteroom.clinic.patient.PatientDetails;
import io.anteroom.clinic.patient.PatientId;
import io.anteroom.clinic.patient.PatientRecords;
import io.anteroom.clinic.patient.Registered;
import io.anteroom.messaging.MessagingConfiguration;
import io.anteroom.payments.PaymentsConfiguration;
import io.anteroom.tenancy.CurrentTenant;
import io.anteroom.testing.TenantTest;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

@TenantTest(
        value = {ClinicConfiguration.class, MessagingConfiguration.class, PaymentsConfiguration.class},
        properties = {
            "anteroom.messaging.secret-key=AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=",
            "anteroom.messaging.from-address=hello@anteroom.example",
            "anteroom.access.code-key=AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=",
            "anteroom.files.key=MDEyMzQ1Njc4OWFiY2RlZjAxMjM0NTY3ODlhYmNkZWY=",
            "anteroom.payments.secret-key=sk_test_none",
            "anteroom.payments.platform-webhook-secret=none-of-the-platform",
            "anteroom.payments.connect-webhook-secret=none-of-the-clinics",
            // The server's settings are on the path and name a probe that only the server has.
            "management.endpoint.health.validate-group-membership=false"
        })
class SeedInvoicesTest {

    private static final Actor.Staff OWNER = new Actor.Staff("olivia", "Olivia Hart");

    @Autowired
    ApplicationContext application;

    @Autowired
    PatientRecords records;

    @Autowired
    InvoiceList invoices;

    @Autowired
    InvoiceDesk desk;

    @Autowired
    PriceList prices;

    @Test
    void aClinicsFirstPatientHasAnOverdueInvoiceAndOneDueTodayAndOneDueLater() {
        PatientId anna = patient("Anna");

        seed(anna, 1);

        List<InvoiceRow> rows = CurrentTenant.call(
                north(),
                () -> invoices.page(new InvoiceQuery(Show.UNPAID, "", anna, Order.NUMBER, false, 1))
                        .rows());
        assertThat(rows).extracting(InvoiceRow::overdue).containsExactly(true, false, false);
        InvoiceRow overdue = rows.getFirst();
        assertThat(overdue.issuedOn()).isEqualTo(overdue.dueOn().minusDays(14));
    }

    @Test
    void everyOtherPatientHasOneInvoiceWithTimeLeft() {
        PatientId ben = patient("Ben");

        seed(ben, 2);

        assertThat(CurrentTenant.call(
                                north(),
                                () -> invoices.page(new InvoiceQuery(Show.ALL, "", ben, Order.NUMBER, false, 1)))
                        .rows())
                .singleElement()
                .matches(row -> !row.overdue());
    }

    @Test
    void thereIsAPriceListAndAnInvoiceOfTwoRatesWithADiscountOfWhichALineIsCredited() {
        PatientId chloe = patient("Chloe");

        CurrentTenant.run(north(), () -> new SeedPrices(application, SeedClinic.HARBOUR, OWNER).put(chloe));

        InvoiceRow row = CurrentTenant.call(
                        north(),
                        () -> invoices.page(new InvoiceQuery(Show.CREDITED, "", chloe, Order.NUMBER, false, 1)))
                .rows()
                .getFirst();
        InvoiceView view =
                CurrentTenant.call(north(), () -> desk.find(row.id())).orElseThrow();
        assertThat(view.taxes()).hasSize(3);
        assertThat(view.takenOffMinor()).isPositive();
        assertThat(view.dueMinor()).isPositive().isLessThan(view.totalMinor());
        assertThat(CurrentTenant.call(north(), () -> prices.page("", false, 1)).items())
                .hasSize(5);
    }

    private void seed(PatientId patient, int number) {
        CurrentTenant.run(
                north(), () -> new SeedInvoices(application).send(SeedClinic.HARBOUR, patient, number, OWNER));
    }

    private PatientId patient(String name) {
        PatientDetails details = PatientDetails.of(name, "Bell", LocalDate.of(1985, 3, 14))
                .reachedBy(new EmailAddress("anna@patients.example"), null);
        return CurrentTenant.call(north(), () -> ((Registered.Created) records.register(details, true, OWNER)).id());
    }
}
