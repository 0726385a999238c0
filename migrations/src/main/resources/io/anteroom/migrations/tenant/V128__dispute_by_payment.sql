-- The list of payments says of each whether it is disputed.
create index stripe_dispute_by_payment on stripe_dispute (payment_id, opened_at) where payment_id is not null;
