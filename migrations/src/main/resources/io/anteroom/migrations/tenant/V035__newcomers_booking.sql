-- What somebody chose and said on the public booking page, until the code is entered. Forgotten after a day.
create table newcomer_booking (
    id             uuid        primary key,
    browser_hash   bytea       not null unique check (octet_length(browser_hash) = 32), -- the browser alone goes on with it
    form           uuid        not null unique, -- the page the time was chosen on: what it cost was spent once
    network        text        not null check (length(network) <= 32),
    appointment_id bigint      not null references appointment (id), -- held while it is decided
    chosen_at      timestamptz not null,
    given_name     text        check (length(given_name) <= 100),
    family_name    text        check (length(family_name) between 1 and 100),
    birth_date     date,
    channel        text        check (channel in ('email', 'mobile')),
    value          text        check (length(value) between 3 and 254),
    note           text        check (length(note) between 1 and 500),
    account_id     bigint      references portal_account (id), -- who entered the code
    outcome        text        check (outcome in ('booked', 'handed_over', 'gone', 'too_many')),
    check (num_nulls(given_name, family_name, birth_date, channel, value) in (0, 5)),
    check ((account_id is null) = (outcome is null))
);

-- Times chosen by people nobody knows are counted apart.
alter table sign_in_cap
    drop constraint sign_in_cap_kind_check,
    add constraint sign_in_cap_kind_check
        check (kind in ('address', 'prefix', 'clinic', 'newcomer-address', 'newcomer-prefix', 'newcomer-clinic',
                        'booking-address', 'booking-clinic', 'booking-slow-address', 'booking-slow-clinic'));
