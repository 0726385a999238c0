-- A copy is kept as a file of the clinic's now, sealed as all others, and says how much of the record is in it: what had been made before lies
-- unsealed in patient_export_piece, which isn't used any more, so it goes and can be asked for anew.
alter table patient_export
    add column file_id bigint references file (id) on delete set null,
    add column level text not null default 'full' check (level in ('limited', 'full')),
    add column scope text[] not null default array['bookings', 'money', 'clinical']
        check (scope <@ array['bookings', 'money', 'clinical'] and cardinality(scope) > 0);
create index patient_export_by_file on patient_export (file_id);

delete from patient_export_piece;
update patient_export set state = 'gone' where state = 'ready';
