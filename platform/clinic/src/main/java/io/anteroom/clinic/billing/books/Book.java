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
                    "Cancelled on",
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
                   p.given_name || ' ' || p.family_name as patient_text, replace(i.state, '_', ' ') as state,
                   cast(i.voided_at at time zone :zone as date) as voided_on, i.currency as code,
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
    /** Money that arrived, whatever for and whether it counts, by the day it did; of a payment for several invoices each part. */
    PAYMENTS(
            "payments",
            List.of(
                    "Payment",
                    "Received",
                    "For",
                    "Invoice",
                    "Patient number",
                    "Patient",
                    "Currency",
                    "Amount",
                    "Given back",
                    "Counts"),
            """
            select cast(extract(epoch from m.settled_at) * 1000000 as bigint) as k1,
                   m.id || to_char(coalesce(t.position, 0), 'FM000') as k2, m.currency,
                   cast(m.id as text) as payment, m.settled_at as received_at, replace(f.kind, '_', ' ') as kind,
                   i.number, p.id as patient_id, p.given_name || ' ' || p.family_name as patient_text, m.currency as code,
                   coalesce(t.amount_minor, m.amount_minor) as amount_minor,
                   coalesce(t.refunded_minor, m.refunded_minor) as refunded_minor,
                   case m.allocation when 'allocated' then 'yes' else 'no' end as counts
              from __tenant__.payment m left join __tenant__.payment_part t on t.payment_id = m.id
             cross join lateral (select coalesce(t.payable_kind, m.payable_kind) as kind, coalesce(t.payable_id, m.payable_id) as ref) f
            """ + Book.WHAT_FOR + """
             where m.state = 'succeeded' and m.settled_at >= :begin and m.settled_at < :end
               and (cast(extract(epoch from m.settled_at) * 1000000 as bigint),
                    m.id || to_char(coalesce(t.position, 0), 'FM000')) > (:k1, :k2)
             order by 1, 2 limit :most"""),
    /**
     * Money that was given back of these, as it is in the ledger, by the day it was heard of, each invoice's by itself; what did not
     * arrive has its sign turned.
     */
    REFUNDS(
            "refunds",
            List.of("Heard of", "Payment", "For", "Invoice", "Patient number", "Patient", "Currency", "Amount"),
            """
            select g.id as k1, to_char(l.position, 'FM000') as k2, m.currency, g.happened_at as heard_at,
                   cast(m.id as text) as payment, replace(f.kind, '_', ' ') as kind, i.number, p.id as patient_id,
                   p.given_name || ' ' || p.family_name as patient_text, m.currency as code, l.amount_minor
              from __tenant__.payment m
              join __tenant__.ledger_entry g on m.id = cast(split_part(g.source, ':', 2) as uuid)
              join __tenant__.ledger_line l on l.entry_id = g.id and l.account <> 'stripe'
             cross join lateral
                   (select coalesce(l.subject_kind, m.payable_kind) as kind, coalesce(l.subject_id, m.payable_id) as ref) f
            """ + Book.WHAT_FOR + """
             where g.source like 'refund:%' and g.happened_at >= :begin and g.happened_at < :end
               and (g.id, to_char(l.position, 'FM000')) > (:k1, :k2)
             order by 1, 2 limit :most"""),
    /** What takes back what invoices asked for, by its day: credit notes, then invoices made void, in full. */
    CREDITS(
            "credit-notes",
            List.of(
                    "What",
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
            select c.k1, c.k2, c.currency, c.what, c.note, c.day, c.number, c.patient_id,
                   p.given_name || ' ' || p.family_name as patient_text, c.reason_text, c.currency as code, c.net_minor,
                   c.tax_minor, c.total_minor
              from (select n.number as k1, 'a' as k2, n.currency, 'credit note' as what, n.number as note, n.issued_on as day,
                           i.number, i.patient_id, n.reason as reason_text, n.net_minor, n.tax_minor, n.total_minor
                      from __tenant__.credit_note n join __tenant__.invoice i on i.id = n.invoice_id
                     where n.issued_on between :from and :until
                    union all
                    select i.number, 'b', i.currency, 'cancelled invoice', null, cast(i.voided_at at time zone :zone as date),
                           i.number, i.patient_id, i.void_reason, i.net_minor, i.tax_minor, i.total_minor
                      from __tenant__.invoice i
                     where i.state = 'void' and i.voided_at >= :begin and i.voided_at < :end) c
              join __tenant__.patient p on p.id = c.patient_id
             where (c.k2, c.k1) > (:k2, :k1)
             order by c.k2, c.k1 limit :most"""),
    /** The price list as it is now, whatever the days. */
    PRICES("prices", List.of("Code", "Name", "Currency", "Price", "Tax rate", "Tax in price", "State"), """
            select 0 as k1, lower(code) as k2, currency, code as code_text, name as name_text, currency as listed_in, unit_minor,
                   tax_basis_points as tax_rate, case when tax_included then 'yes' else 'no' end as included,
                   case when retired_at is null then 'in use' else 'retired' end as state
              from __tenant__.price_item
             where lower(code) > :k2
             order by lower(code) limit :most""");

    /** The invoice and patient of what money was for, where it was for one. */
    private static final String WHAT_FOR = """
              left join __tenant__.invoice i on i.id = case
                   when f.kind = 'invoice' and f.ref ~ '^[0-9]{1,18}$' then cast(f.ref as bigint) end
              left join __tenant__.appointment a on a.id = case
                   when f.kind = 'deposit' and f.ref ~ '^[0-9]{1,18}$' then cast(f.ref as bigint) end
              left join __tenant__.patient p on p.id = coalesce(i.patient_id, a.patient_id)
            """;

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
