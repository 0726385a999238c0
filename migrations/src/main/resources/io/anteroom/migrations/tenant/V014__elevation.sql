-- The codes that open clinical records in one session. Whoever asks is signed in and known, so a code is made where it is
-- asked for; it dies with the session it is for and with the credential it was sent to.
create table unlock_code (
    id            uuid primary key,
    session_id    bigint not null references portal_session (id) on delete cascade,
    credential_id bigint not null references credential (id) on delete cascade,
    asked_at      timestamptz not null,
    expires_at    timestamptz not null check (expires_at <= asked_at + interval '10 minutes'),
    code_hash     bytea not null check (octet_length(code_hash) = 32),
    wrong_entries int not null default 0 check (wrong_entries between 0 and 3),
    used_at       timestamptz
);
create index unlock_code_by_session on unlock_code (session_id, asked_at);
create index unlock_code_by_credential on unlock_code (credential_id);
