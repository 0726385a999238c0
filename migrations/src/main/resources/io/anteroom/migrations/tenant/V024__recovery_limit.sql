-- Wrong printed codes in a row, counted by what was typed whether or not anybody has it. They are counted apart from wrong
-- codes that were sent, so that a code still gets in while printed ones are locked.
create table recovery_limit (
    channel      text        not null check (channel in ('email', 'mobile')),
    typed        text        not null check (length(typed) <= 254),
    wrong_in_row int         not null default 0 check (wrong_in_row >= 0),
    last_wrong   timestamptz,
    times_locked int         not null default 0 check (times_locked >= 0),
    locked_until timestamptz,
    primary key (channel, typed)
);
