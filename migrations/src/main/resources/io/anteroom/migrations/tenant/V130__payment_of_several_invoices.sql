-- One payment may count towards several invoices, once towards each, and never with more than came in. Where there is no such payment,
-- as in what was brought along from elsewhere, nothing says how much that is.
alter table invoice_refund drop constraint invoice_refund_payment_id_fkey;
alter table invoice_payment
    drop constraint invoice_payment_pkey,
    add primary key (payment_id, invoice_id);
alter table invoice_refund
    add constraint invoice_refund_is_of_its_payment foreign key (payment_id, invoice_id)
        references invoice_payment (payment_id, invoice_id);

create function check_invoice_payment() returns trigger language plpgsql as $$
declare
    beyond boolean;
begin
    execute format('select id from %I.payment where id = $1 for update', tg_table_schema) using new.payment_id;
    execute format('select (select sum(c.amount_minor) from %1$I.invoice_payment c where c.payment_id = p.id) > p.amount_minor'
                   || ' from %1$I.payment p where p.id = $1', tg_table_schema)
       into beyond using new.payment_id;
    if beyond then
        raise exception 'more counts towards invoices than payment % brought', new.payment_id
            using errcode = '23514', constraint = 'invoice_payment_counts_what_came';
    end if;
    return null;
end $$;
create trigger invoice_payment_counts_what_came after insert or update of amount_minor on invoice_payment
    for each row execute function check_invoice_payment();
