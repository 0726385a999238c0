-- Two records of one person become one: one stays, the other goes into it. What went is kept as it was, and says where it
-- went. Nothing that is in force may refer to it, and whatever does keeps it from going.
alter table patient
    add column merged boolean not null default false,
    add column merged_into bigint check (merged_into <> id),
    add column merged_into_merged boolean check (not merged_into_merged), -- with merged_into, for the foreign key below
    add column merged_at timestamptz,
    add column merged_by text check (length(merged_by) <= 200),
    -- its number in the other system, by which an import knows the person; external_id is free for somebody else then
    add column merged_external_id text check (length(merged_external_id) between 1 and 60),
    add constraint patient_merged_says_where check (
        merged = (merged_into is not null)
        and merged = (merged_into_merged is not null)
        and merged = (merged_at is not null)
        and merged = (merged_by is not null)
        and (not merged or external_id is null)),
    add constraint patient_by_merged unique (id, merged);
-- A record goes into one that stands: whatever went into a record that goes itself is led on first.
alter table patient add constraint patient_merged_into_one_that_stands
    foreign key (merged_into, merged_into_merged) references patient (id, merged);
create index patient_by_merged_into on patient (merged_into) where merged;
create index patient_by_merged_external_id on patient (merged_external_id) where merged_external_id is not null;

alter table invoice
    add column patient_merged boolean not null default false check (not patient_merged),
    add constraint invoice_to_a_record_that_stands foreign key (patient_id, patient_merged) references patient (id, merged);

-- A grant that ended says who could look until when, and stays where it was.
alter table access_grant
    add column patient_merged boolean generated always as (case when ended_at is null then false end) stored,
    add constraint access_grant_to_a_record_that_stands foreign key (patient_id, patient_merged) references patient (id, merged);
