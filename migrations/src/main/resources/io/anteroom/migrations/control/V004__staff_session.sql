-- The sessions of clinic staff, as spring-session-jdbc reads and writes them. They belong to no clinic: a person may work
-- at several.
create table control.spring_session (
    primary_id            char(36) primary key,
    session_id            char(36) not null unique,
    creation_time         bigint   not null,
    last_access_time      bigint   not null,
    max_inactive_interval integer  not null,
    expiry_time           bigint   not null,
    principal_name        text
);

create index spring_session_expiry_time on control.spring_session (expiry_time);
create index spring_session_principal_name on control.spring_session (principal_name);

create table control.spring_session_attributes (
    session_primary_id char(36) not null references control.spring_session (primary_id) on delete cascade,
    attribute_name     text     not null check (length(attribute_name) <= 200),
    attribute_bytes    bytea    not null,
    primary key (session_primary_id, attribute_name)
);
