-- One clinic's rows, in one message and so in one transaction. {id}, {slug}, {patients} and {invoices} are put in.
set local search_path = t_{id}, extensions, pg_temp;

insert into control.tenant (id, slug, name, state, country, zone, currency)
values ('{id}', '{slug}', 'The clinic {slug}', 'ACTIVE', 'GB', 'Europe/London', 'GBP');

insert into portal_design (copy, name, main, accent, welcome, phone, email, address, privacy, sections)
values ('published', 'The clinic {slug}', '#1f4e79', '#c2571a', 'Welcome. See your invoices and pay them here.',
        '020 7946 0123', 'hello@{slug}.example', E'12 Quay Street\nLondon SE1 2AB',
        'We keep what we need for your treatment and our accounts.', array['invoices']);
insert into portal_settings (switched_on, published_at) values (true, now());

insert into stripe_connection (attempt_id, display_name, contact_email, account_id, stage, charges_enabled, requirements,
                               started_at, checked_at)
values (gen_random_uuid(), 'The clinic {slug}', 'owner@{slug}.example', 'acct_{id}', 'ready', true, '{}', now(), now());

insert into patient (id, version, given_name, family_name, birth_date, email, mobile, family_key, given_key, search,
                     created_at, changed_at, changed_by)
select n, 0, 'Given' || n, 'Family' || n, date '1980-01-01' + n, 'patient' || n || '@patients.example', null,
       'family' || n, 'given' || n, to_tsvector('simple', 'given' || n || ' family' || n), now(), now(), 'benchmark'
from generate_series(1, {patients}) n;

insert into portal_account (id, created_at) select n, now() from generate_series(1, {patients}) n;

insert into credential (id, account_id, channel, value, added_at, added_by, verified_at)
select n, n, 'email', 'patient' || n || '@patients.example', now(), 'benchmark', now()
from generate_series(1, {patients}) n;

insert into access_grant (id, account_id, patient_id, relationship, level, scope, granted_at, granted_by)
select n, n, n, 'self', 'full', array['bookings', 'money', 'clinical'], now(), 'benchmark'
from generate_series(1, {patients}) n;

insert into portal_session (id, token_hash, account_id, credential_id, device, created_at, expires_at, last_seen_at)
select n, sha256(convert_to('session-of-account-' || n, 'UTF8')), n, n, 'the benchmark', now(), now() + interval '24 hours', now()
from generate_series(1, {patients}) n;

insert into invoice (id, patient_id, number, state, currency, issued_on, due_on, note, net_minor, tax_minor, total_minor,
                     paid_minor, created_at, created_by, sent_at, sent_by, paid_at, version)
select n, 1 + (n - 1) / {invoices}, n, case when paid then 'paid' else 'open' end, 'GBP', current_date, current_date + 14, '',
       13000, 2600, 15600, case when paid then 15600 else 0 end, now(), 'benchmark', now(), 'benchmark',
       case when paid then now() end, 0
from (select n, n % 3 = 0 as paid from generate_series(1, {patients} * {invoices}) n) numbered;

insert into invoice_line (invoice_id, position, description, quantity, unit_minor, tax_basis_points)
select invoice, position, 'Visit ' || position, 1, 6500, 2000
from generate_series(1, {patients} * {invoices}) invoice, generate_series(0, 1) position;

insert into invoice_payment (payment_id, invoice_id, amount_minor, received_at)
select gen_random_uuid(), id, paid_minor, paid_at from invoice where state = 'paid';

insert into invoice_number (last) values ({patients} * {invoices});

select setval(pg_get_serial_sequence(name, 'id'), {patients})
from unnest(array['patient', 'portal_account', 'credential', 'access_grant', 'portal_session']) name;
select setval(pg_get_serial_sequence('invoice', 'id'), {patients} * {invoices});
