-- Once a day a clinic's money is compared with Stripe's. It begins an hour after the clinic's account was opened, and sees to
-- the next time itself.
create function control.begin_stripe_check() returns trigger
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
    perform control.put_work('tenant-work', new.tenant_id, 'stripe-check', 'daily', now() + interval '1 hour');
    return null;
end
$$;

create trigger account_opened_to_be_checked after insert on control.stripe_account
    for each row execute function control.begin_stripe_check();

-- Those that are there already are compared within a day, not all at once.
do $$
begin
    perform control.put_work('tenant-work', tenant_id, 'stripe-check', 'daily',
                             now() + make_interval(secs => 600 + abs(hashtext(tenant_id)::bigint) % 85000))
    from control.stripe_account;
end
$$;
