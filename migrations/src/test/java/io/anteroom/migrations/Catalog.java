package io.anteroom.migrations;

import java.sql.SQLException;
import java.util.List;

/** Everything PostgreSQL knows of a schema, as lines in which the schema's own name is left out. */
final class Catalog {

    private Catalog() {}

    static List<String> describe(TestDatabase database, String schema) throws SQLException {
        List<String> lines = database.lines("""
                with tables as (
                    select c.oid, c.relname, c.relkind, c.relacl, c.relowner, c.relrowsecurity, c.reloptions
                    from pg_class c where c.relnamespace = '%1$s'::regnamespace)
                select 'relation ' || relname || ' ' || relkind::text || ' owner ' || relowner::regrole
                       || ' rights ' || coalesce(array_to_string(array(select unnest(relacl)::text order by 1), ','), '-')
                       || ' rls ' || relrowsecurity || ' ' || coalesce(reloptions::text, '') as line from tables
                union all
                select 'column ' || t.relname || '.' || a.attname || ' ' || format_type(a.atttypid, a.atttypmod)
                       || ' ' || a.attnum || ' null ' || (not a.attnotnull)::text || ' identity ' || a.attidentity::text
                       || ' generated ' || a.attgenerated::text || ' collation ' || a.attcollation
                       || ' default ' || coalesce(pg_get_expr(d.adbin, d.adrelid), '-')
                from tables t join pg_attribute a on a.attrelid = t.oid and a.attnum > 0 and not a.attisdropped
                left join pg_attrdef d on d.adrelid = t.oid and d.adnum = a.attnum
                union all
                select 'constraint ' || t.relname || ' ' || c.conname || ' ' || pg_get_constraintdef(c.oid)
                from tables t join pg_constraint c on c.conrelid = t.oid
                union all
                select 'index ' || t.relname || ' ' || pg_get_indexdef(t.oid) from tables t where t.relkind = 'i'
                union all
                select 'trigger ' || t.relname || ' ' || pg_get_triggerdef(g.oid)
                from tables t join pg_trigger g on g.tgrelid = t.oid and not g.tgisinternal
                union all
                select 'view ' || t.relname || ' ' || pg_get_viewdef(t.oid) from tables t where t.relkind in ('v', 'm')
                union all
                select 'comment ' || t.relname || ' ' || d.objsubid || ' ' || d.description
                from tables t join pg_description d on d.objoid = t.oid and d.classoid = 'pg_class'::regclass
                union all
                select 'sequence ' || sequencename || ' ' || data_type || ' ' || start_value || ' ' || increment_by
                       || ' ' || max_value || ' ' || cache_size || ' ' || cycle
                from pg_sequences where schemaname = '%1$s'
                union all
                select 'function ' || pg_get_functiondef(p.oid) || ' ' || coalesce(p.proacl::text, '-')
                from pg_proc p where p.pronamespace = '%1$s'::regnamespace
                union all
                select 'type ' || typname || ' ' || typtype::text from pg_type
                where typnamespace = '%1$s'::regnamespace and typtype in ('e', 'd', 'c')
                union all
                select 'schema rights ' || array_to_string(array(select unnest(nspacl)::text order by 1), ',')
                from pg_namespace where nspname = '%1$s'
                union all
                select 'member ' || roleid::regrole || ' ' || member::regrole || ' ' || inherit_option || ' ' || set_option
                from pg_auth_members where roleid = '%1$s'::regrole
                union all
                select 'history ' || installed_rank || ' ' || version || ' ' || description || ' ' || type || ' '
                       || script || ' ' || checksum || ' ' || installed_by || ' ' || success
                from %1$s.flyway_schema_history
                order by 1""".formatted(schema));
        return lines.stream().map(line -> line.replace(schema, "SCHEMA")).toList();
    }
}
