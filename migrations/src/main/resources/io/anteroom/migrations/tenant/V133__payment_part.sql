-- What a payment is made of, where it pays several things: how much of it is each one's, written when the attempt is and never changed,
-- and how much of that was given back. A payment of one thing has none.
create table payment_part (
    payment_id     uuid     not null references payment (id),
    position       smallint not null check (position >= 1),
    payable_kind   text     not null check (payable_kind ~ '^[a-z_]{1,32}$'),
    payable_id     text     not null check (length(payable_id) between 1 and 64),
    description    text     not null check (length(description) between 1 and 200),
    amount_minor   bigint   not null check (amount_minor > 0),
    refunded_minor bigint   not null default 0,
    primary key (payment_id, payable_kind, payable_id),
    unique (payment_id, position),
    constraint payment_part_gives_back_its_own check (refunded_minor between 0 and amount_minor)
);
create index payment_part_by_payable on payment_part (payable_kind, payable_id);

-- All of them together are what is paid.
create function check_payment_parts() returns trigger language plpgsql as $$
declare
    fits boolean;
begin
    execute format('select p.amount_minor = (select sum(t.amount_minor) from %1$I.payment_part t where t.payment_id = p.id)'
                   || ' from %1$I.payment p where p.id = $1', tg_table_schema)
       into fits using new.payment_id;
    if fits is not true then
        raise exception 'the parts of payment % are not what is paid', new.payment_id
            using errcode = '23514', constraint = 'payment_part_sum';
    end if;
    return null;
end $$;
create constraint trigger payment_part_sum after insert or update of amount_minor on payment_part
    deferrable initially deferred for each row execute function check_payment_parts();

-- Which part staff gave back of; never more than is left of it. Nothing where the payment is of one thing.
alter table payment_refund
    add column payable_kind text,
    add column payable_id text,
    add constraint payment_refund_of_a_part_or_none check ((payable_kind is null) = (payable_id is null)),
    add constraint payment_refund_is_of_its_part foreign key (payment_id, payable_kind, payable_id)
        references payment_part (payment_id, payable_kind, payable_id);

create function check_payment_part_refund() returns trigger language plpgsql as $$
declare
    fits boolean;
begin
    execute format('select refunded_minor + $4 <= amount_minor from %I.payment_part'
                   || ' where payment_id = $1 and payable_kind = $2 and payable_id = $3 for update', tg_table_schema)
       into fits using new.payment_id, new.payable_kind, new.payable_id, new.amount_minor;
    if fits is not true then
        raise exception 'more than is left of that part of payment %', new.payment_id
            using errcode = '23514', constraint = 'payment_part_refund_fits';
    end if;
    return new;
end $$;
create trigger payment_part_refund_fits before insert on payment_refund for each row
    when (new.payable_kind is not null) execute function check_payment_part_refund();
