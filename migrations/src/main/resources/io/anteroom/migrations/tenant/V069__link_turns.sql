-- Whoever sends a questionnaire by link holds this row while the links of the day are counted, whichever questionnaire it is.
create table questionnaire_link_turn (
    sole     boolean     primary key default true check (sole),
    taken_at timestamptz not null
);
