package io.anteroom.clinic.billing;

import static io.anteroom.testing.Tenants.north;
import static io.anteroom.testing.Tenants.south;
import static org.assertj.core.api.Assertions.assertThat;

import io.anteroom.clinic.billing.InvoiceQuery.Order;
import io.anteroom.clinic.billing.InvoiceQuery.Show;
import io.anteroom.clinic.patient.PatientId;
import io.anteroom.payments.Money;
import io.anteroom.payments.PaymentId;
import io.anteroom.tenancy.Tenant;
import io.anteroom.testing.StatementCount;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class InvoiceListTest extends BillingFixture {

    @Autowired
    InvoiceList list;

    @Autowired
    StatementCount statements;

    @Test
    void aPageCostsTwoStatementsHoweverManyInvoicesThereAre() {
        PatientId ann = patient(north(), "Ann", "ann@example.org");
        sent(north(), ann, 100);
        assertThat(statementsOfAPage()).isEqualTo(2);
        for (int i = 0; i < 60; i++) {
            sent(north(), ann, 100 + i);
        }

        assertThat(statementsOfAPage()).isEqualTo(2);
        assertThat(page(north(), query(Show.ALL, "", Order.NUMBER, true, 1)).rows())
                .hasSize(50);
        InvoicePage second = page(north(), query(Show.ALL, "", Order.NUMBER, true, 2));
        assertThat(second.rows()).hasSize(11);
        assertThat(second.total()).isEqualTo(61);
        assertThat(second.rows().getLast().number()).isEqualTo(1);
    }

    private int statementsOfAPage() {
        statements.reset();
        page(north(), query(Show.ALL, "", Order.NUMBER, true, 1));
        return statements.count();
    }

    @Test
    void groupsAreCountedInTheClinicsOwnDay() {
        PatientId ann = patient(north(), "Ann", "ann@example.org");
        sent(north(), ann, 100);
        draft(north(), ann, line(100));
        clock.advance(Duration.ofDays(20));

        InvoicePage overdue = page(north(), query(Show.OVERDUE, "", Order.DUE, false, 1));

        assertThat(overdue.rows())
                .hasSize(1)
                .allSatisfy(row -> assertThat(row.overdue()).isTrue());
        assertThat(overdue.counts())
                .containsEntry(Show.ALL, 2L)
                .containsEntry(Show.DRAFT, 1L)
                .containsEntry(Show.UNPAID, 1L)
                .containsEntry(Show.OVERDUE, 1L)
                .containsEntry(Show.PAID, 0L);
    }

    @Test
    void whatWasGivenBackIsAGroupOfItsOwn() {
        PatientId ann = patient(north(), "Ann", "ann@example.org");
        InvoiceId some = paidAndRefunded(ann, 40);
        InvoiceId all = paidAndRefunded(ann, 100);
        paidAndRefunded(ann, 0);

        InvoicePage refunded = page(north(), query(Show.REFUNDED, "", Order.NUMBER, false, 1));

        assertThat(refunded.rows()).extracting(InvoiceRow::id).containsExactly(some, all);
        assertThat(refunded.rows())
                .extracting(InvoiceRow::givenBack)
                .containsExactly(GivenBack.PARTLY, GivenBack.WHOLLY);
        assertThat(refunded.counts()).containsEntry(Show.REFUNDED, 2L).containsEntry(Show.PAID, 3L);
        assertThat(view(north(), some).givenBack()).isEqualTo(GivenBack.PARTLY);
    }

    /** Paid 100, of which this was given back in two parts. */
    private InvoiceId paidAndRefunded(PatientId patient, long minor) {
        InvoiceId id = sent(north(), patient, 100);
        PaymentId payment = new PaymentId(UUID.randomUUID());
        settle(north(), id, payment, 100);
        for (long total : minor == 0 ? new long[0] : new long[] {minor / 2, minor, minor}) {
            inTransaction(north(), () -> {
                payables.refunded(InvoicePayables.ref(id), payment, new Money(total, north().currency()));
                return id;
            });
        }
        assertThat(inTransaction(
                        north(),
                        () -> data.sql("select amount_minor from __tenant__.invoice_refund where invoice_id = :id")
                                .param("id", id.value())
                                .query(Long.class)
                                .list()))
                .isEqualTo(minor == 0 ? List.of() : List.of(minor / 2, minor - minor / 2));
        return id;
    }

    @Test
    void daysNarrowTheListToWhatWasSentInThem() {
        PatientId ann = patient(north(), "Ann", "ann@example.org");
        InvoiceId first = sent(north(), ann, 100);
        draft(north(), ann, line(100));
        clock.advance(Duration.ofDays(3));
        InvoiceId later = sent(north(), ann, 100);
        LocalDate day = LocalDate.of(2026, 11, 21);

        assertThat(between(day, day)).containsExactly(first);
        assertThat(between(day.plusDays(1), null)).containsExactly(later);
        assertThat(between(null, day.plusDays(3))).containsExactly(first, later);
        assertThat(between(null, null)).hasSize(3);
    }

    private List<InvoiceId> between(@Nullable LocalDate from, @Nullable LocalDate until) {
        var query = new InvoiceQuery(Show.ALL, "", null, from, until, Order.NUMBER, false, 1);
        return page(north(), query).rows().stream().map(InvoiceRow::id).toList();
    }

    @Test
    void aSearchIsForNamesOrANumberAndTakesSignsLiterally() {
        sent(north(), patient(north(), "Ann", "ann@example.org"), 100);
        sent(north(), patient(north(), "Bob", "bob@example.org"), 200);

        assertThat(found("ann exa")).containsExactly("Ann Example");
        assertThat(found("2")).containsExactly("Bob Example");
        assertThat(found("%")).isEmpty();
        assertThat(found("_nn")).isEmpty();
        assertThat(found("' or 1=1 --")).isEmpty();
    }

    @Test
    void everyOrderWorksBothWays() {
        sent(north(), patient(north(), "Ann", "ann@example.org"), 300);
        sent(north(), patient(north(), "Bob", "bob@example.org"), 200);

        for (Order order : Order.values()) {
            assertThat(page(north(), query(Show.ALL, "", order, true, 1)).rows())
                    .hasSize(2);
            assertThat(page(north(), query(Show.ALL, "", order, false, 1)).rows())
                    .hasSize(2);
        }
        assertThat(page(north(), query(Show.ALL, "", Order.TOTAL, false, 1)).rows())
                .extracting(InvoiceRow::totalMinor)
                .containsExactly(200L, 300L);
    }

    @Test
    void anotherClinicsInvoicesAreNotInTheList() {
        sent(north(), patient(north(), "Ann", "ann@example.org"), 100);

        InvoicePage theirs = page(south(), query(Show.ALL, "", Order.NUMBER, true, 1));
        assertThat(theirs.rows()).isEmpty();
        assertThat(theirs.counts()).containsEntry(Show.ALL, 0L);
    }

    private List<String> found(String search) {
        return page(north(), query(Show.ALL, search, Order.NUMBER, true, 1)).rows().stream()
                .map(InvoiceRow::patientName)
                .toList();
    }

    private InvoicePage page(Tenant tenant, InvoiceQuery query) {
        return as(tenant, () -> list.page(query));
    }

    private static InvoiceQuery query(Show show, String search, Order order, boolean descending, int page) {
        return new InvoiceQuery(show, search, null, order, descending, page);
    }
}
