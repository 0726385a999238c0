-- How many days before a visit the forms of a service are due, 0: when it begins, and for how many days one that was sent counts for
-- another booking.
alter table service
    add column form_due_days    smallint not null default 1 check (form_due_days between 0 and 30),
    add column form_counts_days smallint not null default 30 check (form_counts_days between 1 and 365);
