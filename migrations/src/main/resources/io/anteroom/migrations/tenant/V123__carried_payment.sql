-- The payment's id that a charge carries at Stripe, which says what it belongs to before the payment itself does. It is what
-- somebody wrote there, so it need not be one of ours.
alter table stripe_transaction add column carried_id uuid;
create index stripe_transaction_carried on stripe_transaction (carried_id) where payment_id is null and carried_id is not null;
