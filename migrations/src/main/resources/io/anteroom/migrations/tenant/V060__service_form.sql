-- Which questionnaires a service asks, and when: before a time is given, or with an appointment that was booked.
create table service_form (
    service_id       bigint not null references service (id),
    questionnaire_id bigint not null references questionnaire (id),
    moment           text   not null check (moment in ('before', 'after')),
    primary key (service_id, questionnaire_id)
);
create index service_form_by_questionnaire on service_form (questionnaire_id);

alter table questionnaire_assignment
    add column service_id bigint references service (id), -- which service asks it
    add column withdrawn_with_appointment boolean not null default false, -- comes back if the appointment does
    add constraint questionnaire_assignment_withdrawn_with_its_appointment check (
        not withdrawn_with_appointment or (state = 'withdrawn' and appointment_id is not null));
create index questionnaire_assignment_by_service on questionnaire_assignment (service_id) where service_id is not null;
