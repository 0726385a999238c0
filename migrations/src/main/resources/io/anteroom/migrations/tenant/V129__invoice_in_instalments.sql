-- The last day of the instalments that a running plan pays an invoice in. Until then it is not overdue, whatever its last day to pay was.
alter table invoice add column instalments_until date;

update invoice i
   set instalments_until = (select max(n.due_on) from payment_plan_instalment n where n.plan_id = p.id)
  from payment_plan p
 where p.invoice_id = i.id and p.state = 'running';
