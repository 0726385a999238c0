-- A shorter password that is asked for together with a code, where the clinic lets people choose one.
alter table authentication_settings add column short_passwords boolean not null default false;

-- Neither the code nor the password of such an account begins a session alone. Wrong ones after a right code are counted here,
-- apart from those that strangers type for an address (password_limit).
alter table account_password
    add column two_step     boolean not null default false,
    add column wrong        int     not null default 0 check (wrong >= 0),
    add column last_wrong   timestamptz,
    add column locked_until timestamptz;

create index account_password_locked on account_password (locked_until) where locked_until is not null;

-- Whether the password was asked for besides what method says.
alter table portal_session add column with_password boolean not null default false;

-- A browser that gave the first of two steps. It goes with the password, with the address the code proved and with the
-- printed codes of which one was entered.
create table second_step (
    sign_in_id      uuid        primary key references sign_in (id) on delete cascade,
    account_id      bigint      not null references account_password (account_id) on delete cascade,
    credential_id   bigint      not null references credential (id) on delete cascade,
    recovery_set_id bigint      references recovery_set (id) on delete cascade,
    method          text        not null check (method in ('code', 'recovery-code')),
    reached_at      timestamptz not null,
    forgotten_at    timestamptz, -- when a code was asked for that removes the password
    used_at         timestamptz
);
create index second_step_by_account on second_step (account_id);
create index second_step_by_credential on second_step (credential_id);
create index second_step_by_recovery_set on second_step (recovery_set_id) where recovery_set_id is not null;
