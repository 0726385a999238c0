-- Invoices of one patient that are paid with one payment, and how much of each, as they were looked at. The same choice is the same
-- bundle, and never changes.
create table invoice_bundle (
    id         uuid        primary key,
    currency   text        not null check (currency ~ '^[A-Z]{3}$'),
    created_at timestamptz not null
);
create table invoice_bundle_item (
    bundle_id    uuid   not null references invoice_bundle (id),
    invoice_id   bigint not null references invoice (id),
    amount_minor bigint not null check (amount_minor > 0),
    primary key (bundle_id, invoice_id)
);
create index invoice_bundle_item_by_invoice on invoice_bundle_item (invoice_id);
