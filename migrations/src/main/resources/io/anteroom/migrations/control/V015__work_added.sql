-- Since when a piece of work waits: its time of execution moves on with each failure, this does not.
alter table control.scheduled_tasks
    add column added_at timestamptz not null default now();
