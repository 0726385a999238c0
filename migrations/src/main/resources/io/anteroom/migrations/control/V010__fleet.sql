-- The migration of the fleet: how far each schema is, who is at work on it, and what kept it from being migrated.

-- leased_by and leased_until spread the schemas among those who migrate, and say who is at one. They protect nothing:
-- whoever changes a schema holds the lock of its row here until the change commits, and loses it with its connection.
-- retry_at: somebody was using a table; again then. error: set aside until somebody starts the migration again.
alter table control.tenant_schema
    add column leased_by   text check (length(leased_by) between 1 and 100),
    add column retry_at    timestamptz,
    add column migrated_at timestamptz;

-- One row for each version the fleet was ever taken to. Nothing but the canary is touched before it has passed.
create table control.fleet_migration (
    version     integer     primary key check (version > 0),
    canary      text        references control.tenant_schema (id),
    started_at  timestamptz not null,
    passed_at   timestamptz,
    finished_at timestamptz
);

-- Each schema as the migration of the fleet sees it, against the newest version that was begun.
create view control.fleet_schema as
select there.id, tenant.slug, there.state = 'spare' as spare, there.schema_version, target.version as target_version,
       case when there.schema_version >= coalesce(target.version, 0) then 'current'
            when there.error is not null then 'failed'
            when there.leased_until > now() then 'migrating'
            when there.retry_at is not null then 'retrying'
            else 'waiting' end as state,
       there.leased_by, there.leased_until, there.attempts, there.retry_at, there.error, there.migrated_at
from control.tenant_schema there
     left join control.tenant tenant on tenant.id = there.id
     left join lateral (select max(version) as version from control.fleet_migration) target on true;
