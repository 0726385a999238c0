package io.anteroom.clinic.billing.books;

import java.util.List;

/**
 * One file for the books. Each row is read with two keys, {@code k1} and {@code k2}, by which the next rows are asked for. Columns
 * whose names end with {@code _minor} are amounts in the {@code currency} of their row, {@code _text} what people wrote,
 * {@code _at} moments, and {@code _rate} basis points.
 */
public enum Book {
    /** Every invoice that was sent, by the day it was. */
    INVOICES(
            "invoices",
            List.of(
                    "Invoice",
                    "Issued",
                    "Due",
                    "Patient number",
                    "Patient",
                    "State",
                    "Currency",
                    "Net",
                    "Tax",
                    "Total",
                    "Credited",
                    "Paid",
                    "Given back",
                    "To pay"),
            """
            select i.number as k1, '' as k2, i.currency, i.number, i.issued_on, i.due_on, i.patient_id,
                   p.given_name || ' ' || p.family_name as patient_text, replace(i.state, '_', ' ') as state, i.currency as code,
                   i.net_minor, i.tax_minor, i.total_minor, i.credited_minor, i.paid_minor,
                   (select coalesce(sum(r.refunded_minor), 0) from __tenant__.invoice_payment r
                     where r.invoice_id = i.id) as refunded_minor,
                   case when i.state in ('open', 'part_paid') then i.total_minor - i.credited_minor - i.paid_minor else 0 end
                       as due_minor
              from __tenant__.invoice i join __tenant__.patient p on p.id = i.patient_id
             where i.number is not null and i.issued_on between :from and :until and i.number > :k1
             order by i.number limit :most"""),
    /** Every line of these. */
    LINES(
            "lines",
            List.of(
                    "Invoice",
                    "Issued",
                    "Line",
                    "Description",
                    "Quantity",
                    "Price",
                    "Tax rate",
                    "Tax in price",
                    "Share of discount",
                    "Currency",
                    "Net",
                    "Tax",
                    "Total"),
            """
            select i.number as k1, to_char(l.position, 'FM000') as k2, i.currency, i.number, i.issued_on, l.position + 1 as line,
                   l.description as description_text, l.quantity, l.unit_minor, l.tax_basis_points as tax_rate,
                   case when l.tax_included then 'yes' else 'no' end as included, l.shared_discount_minor, i.currency as code,
                   l.net_minor, l.tax_minor, l.net_minor + l.tax_minor as total_minor
              from __tenant__.invoice_line l join __tenant__.invoice i on i.id = l.invoice_id
             where i.number is not null and i.issued_on between :from and :until
               and (i.number, to_char(l.position, 'FM000')) > (:k1, :k2)
             order by i.number, l.position limit :most"""),
    /** Money that arrived, by the day it did. */
    PAYMENTS(
            "payments",
            List.of("Payment", "Received", "Invoice", "Patient number", "Patient", "Currency", "Amount", "Given back"),
            """
            select i.number as k1, cast(r.payment_id as text) as k2, i.currency, cast(r.payment_id as text) as payment,
                   r.received_at, i.number, i.patient_id, p.given_name || ' ' || p.family_name as patient_text,
                   i.currency as code, r.amount_minor, r.refunded_minor
              from __tenant__.invoice_payment r join __tenant__.invoice i on i.id = r.invoice_id
              join __tenant__.patient p on p.id = i.patient_id
             where r.received_at >= :begin and r.received_at < :end
               and (i.number, cast(r.payment_id as text)) > (:k1, :k2)
             order by i.number, cast(r.payment_id as text) limit :most"""),
    /** Money that was given back, by the day it was heard of. */
    REFUNDS(
            "refunds",
            List.of("Heard of", "Payment", "Invoice", "Patient number", "Patient", "Currency", "Amount"),
            """
            select r.id as k1, '' as k2, i.currency, r.heard_at, cast(r.payment_id as text) as payment, i.number, i.patient_id,
                   p.given_name || ' ' || p.family_name as patient_text, i.currency as code, r.amount_minor
              from __tenant__.invoice_refund r join __tenant__.invoice i on i.id = r.invoice_id
              join __tenant__.patient p on p.id = i.patient_id
             where r.heard_at >= :begin and r.heard_at < :end and r.id > :k1
             order by r.id limit :most"""),
    /** Credit notes, by their day. */
    CREDITS(
            "credit-notes",
            List.of(
                    "Credit note",
                    "Issued",
                    "Invoice",
                    "Patient number",
                    "Patient",
                    "Reason",
                    "Currency",
                    "Net",
                    "Tax",
                    "Total"),
            """
            select n.number as k1, '' as k2, n.currency, n.number as note, n.issued_on, i.number, i.patient_id,
                   p.given_name || ' ' || p.family_name as patient_text, n.reason as reason_text, n.currency as code,
                   n.net_minor, n.tax_minor, n.total_minor
              from __tenant__.credit_note n join __tenant__.invoice i on i.id = n.invoice_id
              join __tenant__.patient p on p.id = i.patient_id
             where n.issued_on between :from and :until and n.number > :k1
             order by n.number limit :most"""),
    /** The price list as it is now, whatever the days. */
    PRICES("prices", List.of("Code", "Name", "Currency", "Price", "Tax rate", "Tax in price", "State"), """
            select 0 as k1, lower(code) as k2, currency, code as code_text, name as name_text, currency as listed_in, unit_minor,
                   tax_basis_points as tax_rate, case when tax_included then 'yes' else 'no' end as included,
                   case when retired_at is null then 'in use' else 'retired' end as state
              from __tenant__.price_item
             where lower(code) > :k2
             order by lower(code) limit :most""");

    private final String file;

    @SuppressWarnings("ImmutableEnumChecker") // List.of never changes
    private final List<String> heads;

    private final String sql;

    Book(String file, List<String> heads, String sql) {
        this.file = file;
        this.heads = heads;
        this.sql = sql;
    }

    /** The file's name, without its ending. */
    public String file() {
        return file;
    }

    /** Whether it has what is of some days; else it has what there is now. */
    public boolean isByDays() {
        return this != PRICES;
    }

    List<String> heads() {
        return heads;
    }

    String sql() {
        return sql;
    }
}
