-- What a payer agreed to: that the clinic's staff charge this card while its owner is away. Kept for ever, in the words that were shown.
create table card_consent (
    id         uuid        primary key,
    payer_kind text        not null check (payer_kind ~ '^[a-z_]{1,32}$'),
    payer_id   text        not null check (length(payer_id) between 1 and 64),
    card_id    uuid        not null references saved_card (id),
    wording    text        not null check (length(wording) between 1 and 4000),
    language   text        not null check (length(language) between 1 and 35),
    given_at   timestamptz not null,
    given_by   text        not null check (length(given_by) between 1 and 200), -- who said yes, as the caller names them
    revoked_at timestamptz,
    revoked_by text        check (length(revoked_by) between 1 and 200),
    constraint card_consent_revoked_by_somebody check ((revoked_at is null) = (revoked_by is null))
);
create unique index card_consent_one_standing on card_consent (payer_kind, payer_id) where revoked_at is null;
create index card_consent_by_payer on card_consent (payer_kind, payer_id, given_at);

-- By which consent a card was charged while its owner was away; null where they were there.
alter table payment
    add column consent_id uuid references card_consent (id),
    add constraint payment_by_consent_is_by_card check (consent_id is null or card_id is not null);
