-- Who of the accounts wants to see clinical records only after a clinician has gone over them.
create table record_preference (
    account_id bigint      primary key references portal_account (id),
    waits      boolean     not null,
    chosen_at  timestamptz not null
);
create index record_preference_waits on record_preference (account_id) where waits;

-- When an account last looked through a patient's clinical record, and when the visit before began; what came since is new.
create table record_visit (
    account_id bigint      not null references portal_account (id),
    patient_id bigint      not null references patient (id),
    last_at    timestamptz not null,
    before_at  timestamptz, -- null on the first visit
    primary key (account_id, patient_id)
);

-- Which accounts were told of what, so that whatever the worker does twice, nobody is told twice.
create table record_told (
    entry_id   bigint      not null references record_entry (id),
    edition    integer     not null,
    account_id bigint      not null references portal_account (id),
    told_at    timestamptz, -- null where there was a message on its way already
    primary key (entry_id, edition, account_id)
);
create index record_told_by_account on record_told (account_id, told_at);
