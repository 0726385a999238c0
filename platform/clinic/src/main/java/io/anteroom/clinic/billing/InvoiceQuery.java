package io.anteroom.clinic.billing;

import io.anteroom.clinic.patient.PatientId;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Which invoices staff want to see.
 *
 * @param show the group
 * @param search a part of the patient's name, or an invoice number; may be empty
 * @param patient one patient's only, or everybody's
 * @param from sent on that day or later, or nothing
 * @param until sent on that day or before, or nothing
 * @param order by what
 * @param descending the greatest first
 * @param page from 1
 */
public record InvoiceQuery(
        Show show,
        String search,
        @Nullable PatientId patient,
        @Nullable LocalDate from,
        @Nullable LocalDate until,
        Order order,
        boolean descending,
        int page) {

    /** Rows on a page. */
    public static final int PAGE_SIZE = 50;

    /** The groups that a list can be narrowed to. */
    public enum Show {
        ALL("true"),
        DRAFT("i.state = 'draft'"),
        UNPAID("i.state in ('open', 'part_paid')"),
        OVERDUE("i.state in ('open', 'part_paid') and greatest(i.due_on, i.instalments_until) < :today"),
        IN_INSTALMENTS("i.state in ('open', 'part_paid') and i.instalments_until is not null"),
        PAUSED("i.state in ('open', 'part_paid') and i.id in ("
                + "select l.invoice_id from __tenant__.payment_plan l where l.state = 'paused')"),
        PAID("i.state = 'paid'"),
        REFUNDED("i.id in (select r.invoice_id from __tenant__.invoice_payment r where r.refunded_minor > 0)"),
        CREDITED("i.credited_minor > 0"),
        VOID("i.state = 'void'");

        private final String condition;

        Show(String condition) {
            this.condition = condition;
        }

        String condition() {
            return condition;
        }
    }

    /** What a list can be sorted by. */
    public enum Order {
        NUMBER("coalesce(i.number, 9223372036854775807)"),
        PATIENT("p.family_key"),
        ISSUED("i.issued_on"),
        DUE("i.due_on"),
        TOTAL("i.total_minor");

        private final String columns;

        Order(String columns) {
            this.columns = columns;
        }

        String by(boolean descending) {
            return columns + (descending ? " desc nulls last" : " nulls last");
        }
    }

    /** Of any day. */
    public InvoiceQuery(
            Show show, String search, @Nullable PatientId patient, Order order, boolean descending, int page) {
        this(show, search, patient, null, null, order, descending, page);
    }

    public InvoiceQuery {
        search = search.strip();
        if (page < 1 || search.length() > 100) {
            throw new IllegalArgumentException("Not a page of invoices");
        }
    }
}
