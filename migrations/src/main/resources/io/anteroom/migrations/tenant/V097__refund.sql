-- What staff have given back of a payment: written before Stripe is asked, its id the idempotency key. One at a time of each
-- payment, so that what is left of it is always known.
create table payment_refund (
    id             uuid        primary key,
    payment_id     uuid        not null references payment (id),
    amount_minor   bigint      not null check (amount_minor > 0),
    currency       text        not null check (currency ~ '^[A-Z]{3}$'),
    reason         text        not null check (length(reason) between 1 and 500),
    asked_by       text        not null check (length(asked_by) <= 200),
    asked_at       timestamptz not null,
    state          text        not null check (state in ('asked', 'given', 'failed', 'refused')),
    attempts       integer     not null default 0 check (attempts >= 0),
    refunded_minor bigint      not null check (refunded_minor >= 0), -- of the payment, before this
    stripe_id      text        unique check (length(stripe_id) <= 100),
    failure        text        check (length(failure) <= 100),
    changed_at     timestamptz not null,
    check (state not in ('given', 'failed') or stripe_id is not null)
);
create unique index payment_refund_one_at_a_time on payment_refund (payment_id) where state = 'asked';
create index payment_refund_by_payment on payment_refund (payment_id, asked_at);

-- Never more than is left of what arrived, and in its own currency, whoever writes it.
create function check_payment_refund() returns trigger language plpgsql as $$
declare
    fits boolean;
begin
    execute format('select state = ''succeeded'' and currency = $2 and refunded_minor + $3 <= amount_minor'
                   || ' from %I.payment where id = $1 for update', tg_table_schema)
       into fits using new.payment_id, new.currency, new.amount_minor;
    if fits is not true then
        raise exception 'more than is left of payment %', new.payment_id
            using errcode = '23514', constraint = 'payment_refund_fits';
    end if;
    return new;
end $$;
create trigger payment_refund_fits before insert on payment_refund for each row execute function check_payment_refund();
