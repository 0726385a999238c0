-- Which account went to pay, so that whoever else sees the invoice isn't told whose card it was. Null where two accounts
-- went on with the same page: then nobody knows which of them paid.
create table payment_payer (
    payment_id uuid   primary key,
    account_id bigint references portal_account (id)
);
insert into payment_payer (payment_id, account_id)
select cast(a.detail ->> 'Payment' as uuid), case when count(distinct a.actor_id) = 1 then min(cast(a.actor_id as bigint)) end
  from audit_entry a
 where a.action = 'payment-started' and a.actor_kind = 'patient' and a.actor_id ~ '^[0-9]{1,18}$'
   and a.detail ->> 'Payment' is not null
   and exists (select 1 from portal_account p where cast(p.id as text) = a.actor_id)
 group by a.detail ->> 'Payment';

-- What was told of a change that comes with the patient's age, so that it is told once: 60, 30 and 7 days before.
-- append-only: age_notice
create table age_notice (
    account_id  bigint      not null references portal_account (id),
    patient_id  bigint      not null references patient (id),
    change      text        not null check (change in ('limited', 'over')),
    comes_at    timestamptz not null,
    days_before smallint    not null check (days_before in (60, 30, 7)),
    told_at     timestamptz not null,
    primary key (account_id, patient_id, change, comes_at, days_before)
);
create index access_grant_by_age on access_grant (patient_id)
    where ended_at is null and (limited_from is not null or ends_by_age is not null);
