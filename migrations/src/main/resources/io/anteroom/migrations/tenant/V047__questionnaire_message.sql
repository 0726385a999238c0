-- What is to be said of a form that was given, and when: that it is there, and that it is due. What went is kept, so that nothing
-- is said twice.
create table questionnaire_message (
    assignment_id bigint      not null references questionnaire_assignment (id),
    step          text        not null check (step in ('given', 'soon', 'tomorrow', 'late')),
    due_at        timestamptz not null,
    taken_at      timestamptz, -- when it became a piece of work of its own
    done_at       timestamptz,
    outcome       text        check (outcome in ('sent', 'not_open', 'section_off', 'no_address', 'outdone')),
    primary key (assignment_id, step),
    check ((done_at is null) = (outcome is null))
);
create index questionnaire_message_due on questionnaire_message (due_at) where taken_at is null and done_at is null;
