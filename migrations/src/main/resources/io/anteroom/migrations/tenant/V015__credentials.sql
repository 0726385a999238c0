-- The list of everybody who can sign in, and setting credentials for all patients at once.

-- last_signed_in_at is for good: sessions are forgotten after a month.
-- The four columns after it repeat what stands in other tables, so that a list of many accounts is sorted, searched and
-- filtered by one of them. The triggers below keep them, whoever writes a grant, a name or a credential.
alter table portal_account
    add column last_signed_in_at timestamptz,
    add column listed_as text collate "C" not null default '', -- the patient it is of, else whose it is, else the first it sees
    add column names text collate "C" not null default '', -- every name of it and its patients, a space before each word
    add column addresses text collate "C" not null default '', -- what it signs in with, a space before each
    add column unverified boolean not null default false; -- whether no code has proved one of these
create index portal_account_by_name on portal_account (listed_as, id) where closed_at is null;
create index portal_account_by_sign_in on portal_account (last_signed_in_at desc nulls last, id desc) where closed_at is null;
create index sign_in_limit_locked on sign_in_limit (locked_until) where locked_until is not null;
create index access_grant_in_force_by_patient on access_grant (patient_id) where ended_at is null;
create index access_grant_running_out on access_grant (patient_id)
    where ended_at is null and (expires_at is not null or ends_by_age is not null);
-- Whether an address or a number stands on one record only.
create index patient_by_email on patient (email) where email is not null;
create index patient_by_mobile on patient (mobile) where mobile is not null;

update portal_account a
   set last_signed_in_at = greatest(
           (select max(s.created_at) from portal_session s where s.account_id = a.id),
           (select max(c.verified_at) from credential c where c.account_id = a.id));

-- Names its tables by the schema it was fired in, since a clinic's statements run without a path.
create function name_accounts() returns trigger language plpgsql as $$
begin
    execute format($sql$
        update %1$I.portal_account a set listed_as = n.first, names = n.texts
          from (select k.id,
                       (array_agg(case when g.relationship <> 'self' and k.key is not null then k.key
                                       else p.family_key || ' ' || p.given_key end
                                  order by g.relationship = 'self' desc, g.granted_at, g.id))[1] as first,
                       string_agg(' ' || p.family_key || ' ' || p.given_key, '' order by g.id) || coalesce(' ' || k.key, '') as texts
                  from (select id, regexp_replace(regexp_replace(normalize(lower(holder_name), nfkd),
                                   E'[\u0300-\u036f\u2019'']', '', 'g'), '[[:punct:]]+', ' ', 'g') as key
                          from %1$I.portal_account where id in (%2$s)) k
                  join %1$I.access_grant g on g.account_id = k.id and g.ended_at is null
                  join %1$I.patient p on p.id = g.patient_id
                 group by k.id, k.key) n
         where a.id = n.id and (a.listed_as, a.names) is distinct from (n.first, n.texts)
        $sql$,
        tg_table_schema,
        case tg_table_name
            when 'access_grant' then 'select account_id from changed'
            else format('select f.account_id from changed join before using (id) join %I.access_grant f on f.patient_id = changed.id'
                || ' where (changed.family_key, changed.given_key) <> (before.family_key, before.given_key)', tg_table_schema)
        end);
    return null;
end $$;
create trigger names_of_granted after insert on access_grant
    referencing new table as changed for each statement execute function name_accounts();
create trigger names_of_ended after update on access_grant
    referencing new table as changed for each statement execute function name_accounts();
create trigger names_of_renamed after update on patient
    referencing old table as before new table as changed for each statement execute function name_accounts();

create function address_accounts() returns trigger language plpgsql as $$
begin
    execute format($sql$
        update %1$I.portal_account a set addresses = n.texts, unverified = n.unverified
          from (select h.id, coalesce(string_agg(' ' || c.value, '' order by c.channel), '') as texts,
                       count(c.id) > count(c.verified_at) as unverified
                  from %1$I.portal_account h left join %1$I.credential c on c.account_id = h.id
                 where h.id in (select account_id from changed)
                 group by h.id) n
         where a.id = n.id and (a.addresses, a.unverified) is distinct from (n.texts, n.unverified)
        $sql$, tg_table_schema);
    return null;
end $$;
create trigger addresses_of_added after insert on credential
    referencing new table as changed for each statement execute function address_accounts();
create trigger addresses_of_proved after update on credential
    referencing new table as changed for each statement execute function address_accounts();
create trigger addresses_of_removed after delete on credential
    referencing old table as changed for each statement execute function address_accounts();
-- Has the triggers fill the columns.
update access_grant set ended_at = ended_at where ended_at is null;
update credential set verified_at = verified_at;

-- Setting credentials from the patients' contact details: first a plan, which is the lines of it, then carrying it out,
-- some lines at a time, up to done_to, so that what was begun goes on where it stopped.
create table credential_backfill (
    id          bigint generated by default as identity primary key,
    state       text        not null check (state in ('planning', 'planned', 'running', 'done', 'undoing', 'undone')),
    patients    integer     not null, -- records there were when it began
    to_do       integer     not null, -- patients to be seen to in this state
    done        integer     not null default 0, -- of these, how many have been
    done_to     bigint      not null default 0, -- the last of them
    by_subject  text        not null, -- who had this done: looked, carried out, or took back
    by_name     text        not null,
    created_at  timestamptz not null,
    finished_at timestamptz,
    undone_at   timestamptz
);
-- One at a time: whoever starts a second sees the first.
create unique index credential_backfill_at_work on credential_backfill ((true))
    where state in ('planning', 'running', 'undoing');

-- An address or a number of one record, and what becomes of it.
create table credential_backfill_line (
    run_id        bigint not null references credential_backfill (id) on delete cascade,
    patient_id    bigint not null references patient (id) on delete cascade,
    channel       text   not null check (channel in ('email', 'mobile')),
    written       text   not null, -- as the record has it; emptied after a month
    value         text, -- its normal form; null where it can't be read, and after a month
    outcome       text check (outcome in ('ready', 'shared', 'taken', 'unreadable', 'has-one', 'removed', 'open-to-another',
        'changed', 'set', 'undone', 'in-use')), -- null until all lines are there
    account_id    bigint, -- for whom it is set, and what was; no foreign keys, since the line outlives them
    credential_id bigint,
    opened        boolean not null default false, -- whether the account was opened for it
    primary key (run_id, patient_id, channel)
);
create index credential_backfill_line_by_value on credential_backfill_line (channel, value) where outcome is null;
create index credential_backfill_line_by_outcome on credential_backfill_line (run_id, outcome, patient_id);
create index credential_backfill_line_by_patient on credential_backfill_line (patient_id);
