package io.anteroom.clinic.lookup;

import static io.anteroom.clinic.patient.PatientSlice.BORN;
import static io.anteroom.clinic.patient.PatientSlice.RECEPTION;
import static io.anteroom.testing.Tenants.inNorth;
import static io.anteroom.testing.Tenants.inSouth;
import static org.assertj.core.api.Assertions.assertThat;

import io.anteroom.clinic.billing.GivenBack;
import io.anteroom.clinic.billing.InvoiceState;
import io.anteroom.clinic.patient.PatientDetails;
import io.anteroom.clinic.patient.PatientId;
import io.anteroom.clinic.patient.PatientRecords;
import io.anteroom.clinic.patient.PatientSlice;
import io.anteroom.clinic.patient.Registered;
import io.anteroom.testing.StatementCount;
import io.anteroom.testing.TenantTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@TenantTest(PatientSlice.class)
class QuickSearchTest {

    @Autowired
    QuickSearch search;

    @Autowired
    PatientRecords records;

    @Autowired
    JdbcClient data;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    StatementCount statements;

    @Test
    void aPatientIsFoundWithWhatIsUnpaid() {
        inNorth(() -> {
            PatientId zoe = patient("Zoë", "Cruz");
            patient("Bob", "Jones");
            invoice(zoe, 11, "open", "2026-12-01");
            invoice(zoe, 12, "paid", "2026-12-01");
            invoice(zoe, 13, "open", "2026-11-01");

            Matches found = search.find("zoe", true);

            assertThat(found.patients()).containsExactly(new PatientMatch(zoe, "Zoë Cruz", BORN));
            assertThat(found.invoices()).extracting(InvoiceMatch::number).containsExactly(13L, 11L);
            assertThat(found.invoices()).extracting(InvoiceMatch::overdue).containsExactly(true, false);
        });
    }

    @Test
    void anInvoiceIsFoundByItsNumberWhateverItsState() {
        inNorth(() -> {
            invoice(patient("Zoë", "Cruz"), 12, "paid", "2026-12-01");

            assertThat(search.find(" 12 ", true).invoices()).singleElement().satisfies(invoice -> {
                assertThat(invoice.state()).isEqualTo(InvoiceState.PAID);
                assertThat(invoice.patientName()).isEqualTo("Zoë Cruz");
                assertThat(invoice.totalMinor()).isEqualTo(100);
            });
            assertThat(search.find("1", true).invoices()).isEmpty();
        });
    }

    @Test
    void ofAPaidInvoiceIsFoundWhatWasGivenBack() {
        inNorth(() -> {
            invoice(patient("Zoë", "Cruz"), 12, "paid", "2026-12-01");
            assertThat(search.find("12", true).invoices())
                    .extracting(InvoiceMatch::givenBack)
                    .containsExactly(GivenBack.NOTHING);

            transaction.executeWithoutResult(_ -> data.sql("""
                            insert into __tenant__.invoice_payment
                                (payment_id, invoice_id, amount_minor, refunded_minor, received_at)
                            select gen_random_uuid(), id, 100, 100, now() from __tenant__.invoice where number = 12""").update());
            assertThat(search.find("12", true).invoices())
                    .extracting(InvoiceMatch::givenBack)
                    .containsExactly(GivenBack.WHOLLY);
        });
    }

    @Test
    void whoMayNotSeeInvoicesFindsNone() {
        inNorth(() -> {
            invoice(patient("Zoë", "Cruz"), 12, "open", "2026-12-01");

            assertThat(search.find("zoe", false).invoices()).isEmpty();
            assertThat(search.find("12", false).invoices()).isEmpty();
            assertThat(search.find("zoe", false).patients()).hasSize(1);
        });
    }

    @Test
    void theOtherClinicsAreNotFound() {
        inSouth(() -> invoice(patient("Zoë", "Cruz"), 12, "open", "2026-12-01"));
        inNorth(() -> {
            assertThat(search.find("zoe", true)).isEqualTo(Matches.NONE);
            assertThat(search.find("12", true)).isEqualTo(Matches.NONE);
        });
    }

    @Test
    void manyAreCutToTheFirstFew() {
        inNorth(() -> {
            for (String given : "Ada,Bea,Cleo,Dora,Eve,Fay,Gina,Hope".split(",", -1)) {
                patient(given, "Cruz");
            }
            assertThat(search.find("cruz", true).patients())
                    .extracting(PatientMatch::name)
                    .containsExactly("Ada Cruz", "Bea Cruz", "Cleo Cruz", "Dora Cruz", "Eve Cruz", "Fay Cruz");
        });
    }

    @Test
    void everythingIsOneStatementAndNothingTypedIsNone() {
        inNorth(() -> {
            statements.reset();
            search.find("zoe", true);
            assertThat(statements.count()).isEqualTo(1);

            statements.reset();
            assertThat(search.find("  ", true)).isEqualTo(Matches.NONE);
            assertThat(statements.count()).isZero();
        });
    }

    private PatientId patient(String given, String family) {
        return ((Registered.Created) records.register(PatientDetails.of(given, family, BORN), false, RECEPTION)).id();
    }

    private void invoice(PatientId patient, long number, String state, String due) {
        transaction.executeWithoutResult(_ -> data.sql("""
                        insert into __tenant__.invoice
                            (patient_id, number, state, currency, issued_on, due_on, note, net_minor, tax_minor, total_minor,
                             paid_minor, created_at, created_by, sent_at, sent_by, paid_at, version)
                        values (?, ?, ?, 'GBP', '2026-10-01', cast(? as date), '', 100, 0, 100, ?, now(), 'x', now(), 'x',
                                case when ? = 'paid' then now() end, 0)""")
                .params(patient.value(), number, state, due, state.equals("paid") ? 100 : 0, state)
                .update());
    }
}
