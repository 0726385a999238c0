-- Passwords of people who chose one, where the clinic has switched them on. A code still gets in, and sets a forgotten one.
-- A password ends with the address that was proved when it was set: whoever gets another in its place is another person.
create table account_password (
    account_id    bigint      primary key references portal_account (id) on delete cascade,
    credential_id bigint      not null references credential (id) on delete cascade,
    hash          text        not null check (length(hash) between 60 and 300),
    set_at        timestamptz not null
);
create index account_password_by_credential on account_password (credential_id);

-- Wrong passwords since the last right one, counted by what was typed whether or not anybody has it. They are counted apart
-- from wrong codes, so that a code still gets in while passwords are locked.
create table password_limit (
    channel      text        not null check (channel in ('email', 'mobile')),
    typed        text        not null check (length(typed) <= 254),
    wrong        int         not null default 0 check (wrong >= 0),
    last_wrong   timestamptz,
    locked_until timestamptz,
    primary key (channel, typed)
);
