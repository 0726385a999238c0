-- A refund that did not arrive, and that the clinic has settled in another way since: staff say so, and how, and then nobody
-- is asked to do anything about it any more.
alter table payment_refund
    add column settled_at  timestamptz,
    add column settled_by  text check (length(settled_by) <= 200),
    add column settled_how text check (length(settled_how) between 1 and 500),
    add constraint payment_refund_settled check (
        (settled_at is null) = (settled_by is null) and (settled_at is null) = (settled_how is null)
        and (settled_at is null or state = 'failed'));
