-- What Stripe says of the clinic's money, as last read: every movement of its balance, what was sent to the bank, and disputes.

-- How far the movements were read. A reading goes from the newest to those of `since`, a page at a time; after_id is where it
-- stands, if one is under way.
create table stripe_reading (
    sole         boolean     primary key default true check (sole),
    account_id   text        not null,
    since        timestamptz,
    begun_at     timestamptz,
    after_id     text,
    completed_at timestamptz,
    check (after_id is null or begun_at is not null)
);

-- Never changed but for what it belongs to, which may be known later.
create table stripe_transaction (
    id           text        primary key check (length(id) between 1 and 100),
    type         text        not null check (length(type) <= 60),
    category     text        not null check (length(category) <= 60),
    currency     text        not null check (currency ~ '^[A-Z]{3}$'),
    amount_minor bigint      not null,
    fee_minor    bigint      not null,
    source_id    text        check (length(source_id) <= 100),
    intent_id    text        check (length(intent_id) <= 100),
    payment_id   uuid        references payment (id),
    payout_id    text,
    created_at   timestamptz not null,
    read_at      timestamptz not null
);
create index stripe_transaction_by_payment on stripe_transaction (payment_id) where payment_id is not null;
create index stripe_transaction_by_payout on stripe_transaction (payout_id) where payout_id is not null;
create index stripe_transaction_by_time on stripe_transaction (created_at, id);
create index stripe_transaction_unknown on stripe_transaction (intent_id)
    where payment_id is null and category in ('charge', 'refund', 'refund_failure');
-- What the next check compares.
create index payment_by_settling on payment (settled_at) where state = 'succeeded';

-- Money on its way to the clinic's bank. Stripe tells the parts of automatic ones only.
create table stripe_payout (
    id           text        primary key check (length(id) between 1 and 100),
    currency     text        not null check (currency ~ '^[A-Z]{3}$'),
    amount_minor bigint      not null,
    status       text        not null check (length(status) <= 40),
    automatic    boolean     not null,
    created_at   timestamptz not null,
    arrives_on   date        not null,
    failure      text        check (length(failure) <= 100),
    parts_read   boolean     not null default false,
    changed_at   timestamptz not null
);
create index stripe_payout_by_day on stripe_payout (arrives_on, id);

create table stripe_dispute (
    id           text        primary key check (length(id) between 1 and 100),
    charge_id    text        not null check (length(charge_id) <= 100),
    payment_id   uuid        references payment (id),
    currency     text        not null check (currency ~ '^[A-Z]{3}$'),
    amount_minor bigint      not null,
    reason       text        not null check (length(reason) <= 60),
    status       text        not null check (length(status) <= 40),
    answer_by    timestamptz,
    opened_at    timestamptz not null,
    changed_at   timestamptz not null
);
create index stripe_dispute_by_time on stripe_dispute (opened_at, id);

-- Where Stripe and we say something else, and what came of it. Found again while open, it is the same row.
create table stripe_difference (
    kind         text        not null check (kind ~ '^[a-z_]{1,32}$'),
    reference    text        not null check (length(reference) between 1 and 100),
    currency     text        not null check (currency ~ '^[A-Z]{3}$'),
    ours_minor   bigint      not null,
    theirs_minor bigint      not null,
    payment_id   uuid        references payment (id),
    found_at     timestamptz not null,
    seen_at      timestamptz not null,
    ended_at     timestamptz,
    primary key (kind, reference)
);
create index stripe_difference_open on stripe_difference (found_at) where ended_at is null;
