-- What instances that knew no ledger yet left out of it while both releases ran: invoices that they sent or made void, what was
-- given back of invoices by their word, and those parts themselves. Payments and refunds of their own are mended each night by
-- the comparison with Stripe. What is there already stays as it is.
insert into invoice_refund (payment_id, invoice_id, amount_minor, heard_at)
select p.payment_id, p.invoice_id, p.refunded_minor - coalesce(r.minor, 0),
       coalesce((select pay.changed_at from payment pay where pay.id = p.payment_id), p.received_at)
  from invoice_payment p
  left join (select payment_id, invoice_id, cast(sum(amount_minor) as bigint) as minor from invoice_refund
              group by payment_id, invoice_id) r on r.payment_id = p.payment_id and r.invoice_id = p.invoice_id
 where p.refunded_minor <> coalesce(r.minor, 0);

with missing as (
    select 'invoice-sent:' || i.id as source, 'invoice_sent' as kind, i.sent_at as happened_at, i.id, i.currency,
           i.total_minor, i.net_minor, i.tax_minor
      from invoice i where i.number is not null
    union all
    select 'invoice-voided:' || i.id, 'invoice_voided', i.voided_at, i.id, i.currency, -i.total_minor, -i.net_minor, -i.tax_minor
      from invoice i where i.state = 'void'
), entry as (
    insert into ledger_entry (source, kind, happened_at, posted_at)
    select m.source, m.kind, m.happened_at, now() from missing m order by m.happened_at
    on conflict (source) do nothing returning id, source
)
insert into ledger_line (entry_id, position, account, currency, amount_minor, subject_kind, subject_id)
select e.id, v.position, v.account, m.currency, v.minor, 'invoice', cast(m.id as text)
  from entry e join missing m on m.source = e.source
 cross join lateral (values (0, 'receivable', m.total_minor), (1, 'revenue', -m.net_minor), (2, 'tax', -m.tax_minor))
       as v (position, account, minor)
 where v.minor <> 0;

-- Given back beyond what credit notes took off: the next entry of its invoice, of what the ledger has too little or too much.
with missing as (
    select 'given-back:' || i.id || ':' || g.lines as source, i.id, i.currency, r.heard_at,
           greatest(0, r.refunded - greatest(0, i.paid_minor + i.credited_minor - i.total_minor)) - g.minor as minor
      from invoice i
      join (select invoice_id, cast(sum(amount_minor) as bigint) as refunded, max(heard_at) as heard_at
              from invoice_refund group by invoice_id) r on r.invoice_id = i.id
     cross join lateral (select count(*) as lines, cast(coalesce(sum(l.amount_minor), 0) as bigint) as minor from ledger_line l
                          where l.subject_kind = 'invoice' and l.subject_id = cast(i.id as text)
                            and l.account = 'given_back' and l.currency = i.currency) g
), entry as (
    insert into ledger_entry (source, kind, happened_at, posted_at)
    select m.source, 'given_back', m.heard_at, now() from missing m where m.minor <> 0 order by m.heard_at
    on conflict (source) do nothing returning id, source
)
insert into ledger_line (entry_id, position, account, currency, amount_minor, subject_kind, subject_id)
select e.id, v.position, v.account, m.currency, v.minor, 'invoice', cast(m.id as text)
  from entry e join missing m on m.source = e.source
 cross join lateral (values (0, 'given_back', m.minor), (1, 'receivable', -m.minor)) as v (position, account, minor);

-- Each entry is looked at here and not when all is committed, so that a later change of these tables finds nothing to wait for.
set constraints all immediate;
set constraints all deferred;
