-- How long before an appointment of the service its patient is reminded of it, in minutes.
alter table service
    add column email_reminders integer[] not null default '{}'
        check (cardinality(email_reminders) <= 4 and 15 <= all (email_reminders) and 43200 >= all (email_reminders)),
    add column text_reminders integer[] not null default '{}'
        check (cardinality(text_reminders) <= 4 and 15 <= all (text_reminders) and 43200 >= all (text_reminders));

-- The hours in which nobody is reminded of anything, by the clocks of the place; the same twice: none.
alter table booking_settings
    add column quiet_from  time not null default '21:00',
    add column quiet_until time not null default '08:00';

-- The reminders of appointments, planned and gone. There is one of each kind for each start an appointment ever had, so that
-- none goes out twice, whatever is moved to and fro.
create table appointment_reminder (
    appointment_id bigint      not null references appointment (id),
    starts_at      timestamptz not null, -- what it reminds of
    channel        text        not null check (channel in ('email', 'sms')),
    minutes_before integer     not null check (minutes_before between 15 and 43200),
    due_at         timestamptz not null,
    state          text        not null check (state in ('planned', 'due', 'sent', 'left_out')),
    because        text        check (because in ('section_off', 'too_late', 'no_address', 'later_one')),
    message_id     uuid,
    key_hash       bytea       check (octet_length(key_hash) = 32), -- of what the link to confirm carries
    primary key (appointment_id, starts_at, channel, minutes_before),
    check ((state = 'left_out') = (because is not null)),
    check ((state = 'sent') = (message_id is not null)),
    check (key_hash is null or state = 'sent')
);

-- Those to come, looked up by when they are due.
create index appointment_reminder_due on appointment_reminder (due_at) where state = 'planned';
