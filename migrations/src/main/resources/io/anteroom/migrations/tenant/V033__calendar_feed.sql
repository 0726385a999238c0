-- The address under which a calendar fetches the appointments that an account may see. Only its hash is here, so it is shown
-- once; a new one ends the old.
create table calendar_feed (
    account_id bigint      primary key references portal_account (id),
    token_hash bytea       not null unique check (octet_length(token_hash) = 32),
    made_at    timestamptz not null
);
