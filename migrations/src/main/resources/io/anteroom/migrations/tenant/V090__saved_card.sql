-- Cards that payers saved, on the clinic's own Stripe account. Of a card, only what is needed to know it by is ever here.

-- A payer as Stripe's customer. Written before Stripe is asked: attempt_id is the idempotency key of making the customer.
create table card_owner (
    payer_kind  text        not null check (payer_kind ~ '^[a-z_]{1,32}$'),
    payer_id    text        not null check (length(payer_id) between 1 and 64),
    account_id  text        not null check (length(account_id) between 1 and 100),
    attempt_id  uuid        not null unique,
    customer_id text        unique check (length(customer_id) between 1 and 100),
    begun_at    timestamptz not null,
    read_at     timestamptz, -- when Stripe was asked for what was recorded last
    primary key (payer_kind, payer_id, account_id)
);

create table saved_card (
    id          uuid        primary key,
    payer_kind  text        not null,
    payer_id    text        not null,
    account_id  text        not null,
    customer_id text        not null,
    method_id   text        not null unique check (length(method_id) between 1 and 100),
    brand       text        not null check (brand ~ '^[a-z_]{1,32}$'),
    last4       text        not null check (last4 ~ '^[0-9]{4}$'),
    exp_month   smallint    not null check (exp_month between 1 and 12),
    exp_year    smallint    not null check (exp_year between 2000 and 2999),
    name        text        check (length(name) between 1 and 60), -- what its owner calls it
    preferred   boolean     not null,
    added_at    timestamptz not null,
    removed_at  timestamptz,
    constraint saved_card_of_an_owner
        foreign key (payer_kind, payer_id, account_id) references card_owner (payer_kind, payer_id, account_id),
    constraint saved_card_forgets_when_removed check (removed_at is null or (name is null and not preferred))
);
create unique index saved_card_one_preferred on saved_card (payer_kind, payer_id, account_id) where preferred;
create index saved_card_by_owner on saved_card (payer_kind, payer_id, account_id, added_at) where removed_at is null;

-- One attempt at adding a card on Stripe's page, written before Stripe is asked: its id is the idempotency key of the page.
create table card_setup (
    id          uuid        primary key,
    payer_kind  text        not null,
    payer_id    text        not null,
    account_id  text        not null,
    customer_id text        not null,
    locale      text        not null check (length(locale) <= 35),
    done_url    text        not null,
    left_url    text        not null,
    state       text        not null check (state in ('created', 'open', 'succeeded', 'failed', 'expired')),
    session_id  text        unique,
    session_url text,
    expires_at  timestamptz not null,
    method_id   text,
    failure     text        check (length(failure) <= 100),
    created_at  timestamptz not null,
    changed_at  timestamptz not null,
    constraint card_setup_of_an_owner
        foreign key (payer_kind, payer_id, account_id) references card_owner (payer_kind, payer_id, account_id),
    constraint card_setup_page_is_known_when_open check (state not in ('open', 'succeeded') or session_id is not null),
    constraint card_setup_brings_a_card check ((state = 'succeeded') = (method_id is not null))
);
-- Never two pages at once.
create unique index card_setup_one_at_a_time on card_setup (payer_kind, payer_id) where state in ('created', 'open');
