-- What the clinic gave back, at Stripe, of money that had arrived.

alter table payment
    add column refunded_minor bigint not null default 0,
    add constraint payment_gives_back_what_arrived check (
        refunded_minor between 0 and amount_minor and (refunded_minor = 0 or state = 'succeeded'));

alter table invoice_payment
    add column refunded_minor bigint not null default 0,
    add constraint invoice_payment_gives_back_what_arrived check (refunded_minor between 0 and amount_minor);
