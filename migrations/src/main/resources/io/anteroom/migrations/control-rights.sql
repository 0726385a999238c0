-- What each role's login may do in the control schema; nothing else, so that a new table is nobody's until it is named here.
-- Run after each migration of the schema, when all rights in it have just been taken away, in the same transaction.
-- docs/rights.md has it as a table. Old pods run on while new ones start: a right goes one release after its last use.

-- Everybody finds a clinic by its host.
grant usage on schema control to anteroom_signup, anteroom_operator, anteroom_staff, anteroom_portal, anteroom_worker;
grant select on control.tenant to anteroom_signup, anteroom_operator, anteroom_staff, anteroom_portal, anteroom_worker;

-- Sign-up: forms and what follows from them, until the worker takes over.
grant select, insert, update on control.sign_up to anteroom_signup;
grant select, insert, update, delete on control.slug_reservation to anteroom_signup;
grant select, insert on control.provisioning, control.provisioning_step to anteroom_signup;
grant select, update (key, expires_at, sent_at) on control.owner_welcome to anteroom_signup;
grant insert, select (recipient, about_kind, created_at) on control.platform_message to anteroom_signup;
-- A search for a portal is left for the worker; which clinics know an address is not for these pages to ask.
grant insert on control.portal_search to anteroom_signup;
grant select, insert, update on control.portal_search_cap to anteroom_signup;
grant execute on function control.add_platform_work(text, text, timestamptz) to anteroom_signup;
grant execute on function control.add_urgent_platform_work(text, text, timestamptz) to anteroom_signup;

-- Operators: sessions of their own, their log, to which they can only add, and no row of any clinic. What mail says and
-- which links lead into a sign-up is not theirs to read.
grant select, insert, update, delete on control.operator_session, control.operator_session_attributes to anteroom_operator;
grant select, insert on control.operator_audit to anteroom_operator;
grant update (state) on control.tenant to anteroom_operator;
grant select (id, organisation_name, slug, country, zone, currency, owner_name, owner_email, created_at, confirmed_at,
              confirmation_expires_at) on control.sign_up to anteroom_operator;
grant select, update (state, ended_at) on control.provisioning to anteroom_operator;
grant select, update (state, attempts, next_attempt_at) on control.provisioning_step to anteroom_operator;
grant select on control.tenant_schema, control.fleet_migration, control.fleet_schema, control.tenant_usage to anteroom_operator;
grant select (recipient, about_kind, state, attempts, reason, created_at) on control.platform_message to anteroom_operator;
grant select, update (execution_time) on control.scheduled_tasks to anteroom_operator;
grant select, delete on control.dead_work to anteroom_operator;
grant execute on function control.put_work(text, text, text, text, timestamptz) to anteroom_operator;
grant execute on function control.add_platform_work(text, text, timestamptz) to anteroom_operator;

-- Staff: their sessions, and whose a Stripe account is.
grant select, insert, update, delete on control.spring_session, control.spring_session_attributes to anteroom_staff;
grant select, insert on control.stripe_account to anteroom_staff;

-- The worker: the queue, the platform's mail, and the making of clinics. It has the owner's login for their schemas.
grant select, insert, update, delete on control.scheduled_tasks to anteroom_worker;
grant select, insert on control.dead_work to anteroom_worker;
grant select, insert, update on control.platform_message to anteroom_worker;
grant select on control.stripe_account to anteroom_worker;
grant select on control.fleet_schema, control.fleet_migration to anteroom_worker;
grant insert, update (state) on control.tenant to anteroom_worker;
grant select, update on control.provisioning, control.provisioning_step to anteroom_worker;
grant select, insert on control.owner_welcome to anteroom_worker;
grant select, delete on control.sign_up to anteroom_worker;
grant select, insert, update, delete on control.slug_reservation to anteroom_worker;
grant select, insert, delete on control.known_address to anteroom_worker;
grant select, update (attempts), delete on control.portal_search to anteroom_worker;
grant select, insert, update, delete on control.portal_search_cap to anteroom_worker;
grant execute on function control.add_platform_work(text, text, timestamptz) to anteroom_worker;
grant execute on function control.add_urgent_platform_work(text, text, timestamptz) to anteroom_worker;
