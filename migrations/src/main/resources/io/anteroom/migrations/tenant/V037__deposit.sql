-- A deposit at booking. What was agreed is among the appointment's rules, and what was paid is a payment of the kind deposit
-- with the appointment's number; so no table is needed.

alter table service
    add column deposit_minor bigint check (deposit_minor between 1 and 99999999); -- in the clinic's currency

alter table appointment
    add column deposit_kept boolean not null default false; -- staff called it off, and keep the deposit as agreed

-- Since when all that is left of a payment is to be given back, as long as that is tried; and how often Stripe said no.
alter table payment
    add column give_back_at timestamptz,
    add column give_back_refusals integer not null default 0 check (give_back_refusals >= 0),
    add constraint payment_gives_back_what_it_has check (give_back_at is null or state = 'succeeded');
