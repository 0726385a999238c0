-- A clinic with twenty practitioners who work from 9 to 17 on weekdays, half of each coming day booked, and {past} appointments
-- over. {id} and {past} are put in.
set local search_path = t_{id}, extensions, pg_temp;

update portal_design set sections = array['invoices', 'appointments'];

insert into location (id, name, street, postcode, city, country, time_zone, position, version)
values (1, 'Quay Street', '12 Quay Street', 'SE1 2AB', 'London', 'GB', 'Europe/London', 1, 0);

insert into service (id, name, description, preparation, minutes, price_minor, currency, position, version)
values (1, 'Follow-up', '', '', 30, 6500, 'GBP', 1, 0);
insert into service_location (service_id, location_id) values (1, 1);

insert into practitioner (id, name, title, about, position, version)
select n, 'Practitioner ' || n, '', '', n, 0 from generate_series(1, 20) n;
insert into service_practitioner (service_id, practitioner_id) select 1, n from generate_series(1, 20) n;
insert into working_hours (practitioner_id, location_id, weekday, from_time, until_time, valid_from)
select n, 1, weekday, '09:00', '17:00', '2020-01-01' from generate_series(1, 20) n, generate_series(1, 5) weekday;

-- References and forms' keys are drawn at random; here they are counted.
insert into appointment (reference, attempt, service_id, practitioner_id, location_id, state, starts_at, ends_at, occupied, rules,
                         created_at, created_by_kind, created_by, booked_at, version)
select 'past' || translate(lpad(cast(who * 1000000 + n as text), 12, '0'), '0123456789', 'abcdefghij'),
       cast(lpad(to_hex(who * 1000000 + n), 32, '0') as uuid), 1, who, 1, 'completed', at, at + interval '30 minutes',
       tstzrange(at, at + interval '30 minutes'), '{}', at, 'staff', 'benchmark', at, 0
  from generate_series(1, 20) who, generate_series(1, {past} / 20) n,
       lateral (select date_trunc('day', now()) - n * interval '30 minutes' as at) past;

insert into appointment (reference, attempt, service_id, practitioner_id, location_id, state, starts_at, ends_at, occupied, rules,
                         created_at, created_by_kind, created_by, booked_at, version)
select 'next' || translate(lpad(cast(who * 1000000 + day * 100 + n as text), 12, '0'), '0123456789', 'abcdefghij'),
       cast(lpad(to_hex(900000000 + who * 1000000 + day * 100 + n), 32, '0') as uuid), 1, who, 1, 'booked', at,
       at + interval '30 minutes', tstzrange(at, at + interval '30 minutes'), '{}', now(), 'staff', 'benchmark', now(), 0
  from generate_series(1, 20) who, generate_series(1, 30) day, generate_series(0, 7) n,
       lateral (select (current_date + day + time '09:00') at time zone 'Europe/London' + n * interval '1 hour' as at) coming;
