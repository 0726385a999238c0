-- A payment by a saved card: which, and whose at Stripe. Of these, session_id is the payment intent's own id, session_url the bank's
-- page where it wants the person, and session_expires_at when an attempt that is not over is called off.
alter table payment
    add column card_id uuid references saved_card (id),
    add column customer_id text check (length(customer_id) between 1 and 100),
    add column method_id text check (length(method_id) between 1 and 100),
    add constraint payment_by_saved_card_names_all check (num_nulls(card_id, customer_id, method_id) in (0, 3));
