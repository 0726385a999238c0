-- What staff are writing: the next version of a questionnaire. Once published it is a version and no draft any more.
create table questionnaire_draft (
    questionnaire_id bigint      primary key references questionnaire (id),
    fhir             text        not null check (length(fhir) between 2 and 4000000), -- a FHIR R4 Questionnaire that can be shown whole
    revision         integer     not null default 0, -- counts the changes
    changed_at       timestamptz not null,
    changed_by       text        not null check (length(changed_by) <= 200)
);

-- Answers that were sent are looked at by staff, once.
alter table questionnaire_assignment
    add column reviewed_at timestamptz,
    add column reviewed_by text check (length(reviewed_by) <= 200),
    add constraint questionnaire_assignment_reviewed_by_somebody check (
        (reviewed_at is null) = (reviewed_by is null) and (reviewed_at is null or state = 'completed'));
create index questionnaire_assignment_to_review on questionnaire_assignment (completed_at, id)
    where state = 'completed' and reviewed_at is null;
