-- What the clinic has decided about signing in. One row, there from the beginning.
create table authentication_settings (
    sole                    boolean  primary key default true check (sole),
    one_patient_per_account boolean  not null default true, -- false: one account may see several patients
    one_account_per_record  boolean  not null default false,
    email_codes             boolean  not null default true,
    mobile_codes            boolean  not null default true,
    passwords               boolean  not null default false,
    passkeys                boolean  not null default true,
    self_registration       boolean  not null default false,
    elevation_minutes       smallint not null default 30 check (elevation_minutes between 5 and 60),
    session_hours           smallint not null default 24 check (session_hours between 1 and 24),
    patients_may_revoke     boolean  not null default true,
    -- a parent's access to a child: limited from this age on, and over at that; null for no such rule
    parents_limited_from    smallint check (parents_limited_from between 1 and 25),
    parents_end_at          smallint check (parents_end_at between 1 and 25),
    check (email_codes or mobile_codes), -- every other way in begins with a code, and ends with one when it is forgotten
    check (parents_limited_from < parents_end_at),
    unique (one_patient_per_account, one_account_per_record)
);
insert into authentication_settings (sole) values (true);

-- Each grant repeats the clinic's account model, kept equal by the foreign key, so that the indexes below can hold every
-- grant to it: the model can't be switched while grants contradict it, nor a grant be given that does.
alter table access_grant
    add column one_patient_per_account boolean not null default true,
    add column one_account_per_record boolean not null default false,
    add column limited_from timestamptz, -- by the clinic's rule of ages: limited from then on, whatever the level
    add column ends_by_age timestamptz, -- by the same rule: over then
    add column ended_by text,
    add column ended_because text check (ended_because in ('ended-by-staff', 'ended-by-patient', 'given-up', 'replaced',
        'expired', 'credentials-removed', 'merged', 'undone')),
    add constraint access_grant_of_the_clinics_model foreign key (one_patient_per_account, one_account_per_record)
        references authentication_settings (one_patient_per_account, one_account_per_record) on update cascade;
create unique index access_grant_one_patient on access_grant (account_id)
    where ended_at is null and one_patient_per_account;
create unique index access_grant_one_account on access_grant (patient_id)
    where ended_at is null and one_account_per_record;

-- Whoever an account is of: the name of somebody who is no patient here, and how the account began.
alter table portal_account
    add column holder_name text check (length(holder_name) between 1 and 200),
    add column origin text not null default 'staff' check (origin in
        ('staff', 'invitation', 'backfill', 'registration', 'booking', 'form', 'link'));

-- For whom the person acts in this browser, until when clinical records are open in it, and how the person came in.
alter table portal_session
    add column acting_for bigint references patient (id),
    add column elevated_until timestamptz,
    add column method text not null default 'code' check (method in ('code', 'password', 'passkey', 'recovery-code')),
    add constraint portal_session_elevated_an_hour_at_most check (elevated_until <= expires_at);
