-- Whether patients may pay a part of what is due on an invoice, and the least that a part comes to, in the clinic's currency. Without a
-- row they pay all of it. That no part is nothing or less, and no invoice is paid beyond its total, is held by the checks of payment,
-- invoice_payment and invoice.
create table part_payment_setting (
    sole        boolean     primary key default true check (sole),
    allowed     boolean     not null,
    least_minor bigint      not null check (least_minor between 1 and 99999999),
    changed_at  timestamptz not null,
    changed_by  text        not null check (length(changed_by) <= 200)
);
