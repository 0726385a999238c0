-- The clinic's connected Stripe account, attempts to pay, and the Stripe events heard. No card number is ever here.

-- One row, written before the account is opened: attempt_id is the idempotency key of opening it.
create table stripe_connection (
    sole            boolean     primary key default true check (sole),
    attempt_id      uuid        not null,
    display_name    text        not null check (length(display_name) between 1 and 200),
    contact_email   text        not null check (length(contact_email) between 3 and 320),
    account_id      text        unique check (length(account_id) between 1 and 100),
    link_attempt_id uuid,
    stage           text        not null check (stage in ('incomplete', 'in_review', 'ready', 'restricted')),
    charges_enabled boolean     not null,
    requirements    text[]      not null,
    started_at      timestamptz not null,
    checked_at      timestamptz,
    constraint stripe_connection_charges_when_ready check (charges_enabled = (stage = 'ready')),
    constraint stripe_connection_ready_with_account check (stage = 'incomplete' or account_id is not null)
);

-- One attempt to pay, written before Stripe is asked: its id is the idempotency key of the payment page.
create table payment (
    id                 uuid        primary key,
    payable_kind       text        not null check (payable_kind ~ '^[a-z_]{1,32}$'),
    payable_id         text        not null check (length(payable_id) between 1 and 64),
    amount_minor       bigint      not null check (amount_minor > 0),
    currency           text        not null check (currency ~ '^[A-Z]{3}$'),
    description        text        not null check (length(description) <= 200),
    payer_email        text        check (length(payer_email) <= 320),
    locale             text        not null check (length(locale) <= 35),
    paid_url           text        not null,
    left_url           text        not null,
    state              text        not null
                           check (state in ('created', 'open', 'processing', 'succeeded', 'failed', 'expired')),
    account_id         text        not null check (length(account_id) between 1 and 100),
    session_id         text        unique,
    session_url        text,
    session_expires_at timestamptz not null,
    payment_intent_id  text        unique,
    allocation         text        check (allocation in ('allocated', 'unallocated')),
    failure            text        check (length(failure) <= 100),
    card               text        check (length(card) <= 40),
    created_at         timestamptz not null,
    changed_at         timestamptz not null,
    settled_at         timestamptz,
    constraint payment_settled_when_succeeded check (
        (state = 'succeeded') = (settled_at is not null)
        and (state = 'succeeded') = (allocation is not null)
        and (state <> 'succeeded' or payment_intent_id is not null)),
    constraint payment_page_is_known_when_open check (
        state not in ('open', 'processing', 'succeeded') or session_id is not null)
);

-- Never two attempts at once that could both take the money of one payable.
create unique index payment_one_at_a_time on payment (payable_kind, payable_id)
    where state in ('created', 'open', 'processing');
create index payment_by_payable on payment (payable_kind, payable_id, created_at);
create index payment_unallocated on payment (settled_at) where allocation = 'unallocated';

-- Which events were heard; never what they carried.
create table stripe_event (
    id          text        primary key check (length(id) between 1 and 100),
    type        text        not null check (length(type) between 1 and 200),
    payment_id  uuid        references payment (id),
    created_at  timestamptz not null,
    received_at timestamptz not null
);

create index stripe_event_by_payment on stripe_event (payment_id, received_at);
