-- The platform's own outbox, for mail that belongs to no clinic. The same shape as a clinic's "message".
create table control.platform_message (
    id          uuid primary key,
    channel     text        not null check (channel in ('email', 'sms')),
    recipient   text        not null check (length(recipient) between 1 and 320),
    about_kind  text        not null check (length(about_kind) between 1 and 60),
    about_ref   text        not null check (length(about_ref) between 1 and 200),
    content     jsonb       not null,
    secret      bytea       check (length(secret) <= 4096),
    state       text        not null check (state in ('queued', 'sent', 'failed', 'dropped')),
    attempts    integer     not null check (attempts >= 0),
    reason      text        check (length(reason) <= 500),
    created_at  timestamptz not null,
    state_at    timestamptz not null,
    tried_at    timestamptz,
    constraint platform_message_secret_is_erased check (state = 'queued' or secret is null)
);

create index platform_message_about on control.platform_message (about_kind, about_ref, created_at);
