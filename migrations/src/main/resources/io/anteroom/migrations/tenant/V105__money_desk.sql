-- What staff do about what the comparison with Stripe found.

-- A difference that somebody looked into and that is as it should be. It comes back when it changes, or ends and is found again.
alter table stripe_difference
    add column set_aside_at     timestamptz,
    add column set_aside_by     text check (length(set_aside_by) <= 200),
    add column set_aside_reason text check (length(set_aside_reason) between 1 and 500),
    add constraint stripe_difference_set_aside check (
        (set_aside_at is null) = (set_aside_by is null) and (set_aside_at is null) = (set_aside_reason is null));

-- The last comparison that somebody asked for; over when one has come to its end since.
create table stripe_check (
    sole     boolean     primary key default true check (sole),
    asked_at timestamptz not null,
    asked_by text        not null check (length(asked_by) <= 200),
    ended_at timestamptz,
    check (ended_at >= asked_at)
);

-- The list of payments, the newest first.
create index payment_by_day on payment ((coalesce(settled_at, created_at)), id);
-- Disputes that wait for the clinic are looked for on the page that staff land on.
create index stripe_dispute_to_answer on stripe_dispute (answer_by)
    where status in ('needs_response', 'warning_needs_response');
