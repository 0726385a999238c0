-- What an attempt to pay that is not over could take the money of: the thing itself, and where that is made of others, each of these.
-- Its key is what keeps two attempts from the same thing, whichever way each was begun, and whichever release wrote it.
create table payment_claim (
    payable_kind text not null check (payable_kind ~ '^[a-z_]{1,32}$'),
    payable_id   text not null check (length(payable_id) between 1 and 64),
    payment_id   uuid not null references payment (id) deferrable initially deferred,
    primary key (payable_kind, payable_id)
);
create index payment_claim_by_payment on payment_claim (payment_id);

-- An attempt has its thing as long as it is not over, and lets go of all it has when it is.
create function claim_payment() returns trigger language plpgsql as $$
declare
    claimed integer;
begin
    if new.state in ('created', 'open', 'processing') then
        execute format('insert into %I.payment_claim as c (payable_kind, payable_id, payment_id) values ($1, $2, $3)'
                       || ' on conflict (payable_kind, payable_id) do update set payment_id = excluded.payment_id'
                       || ' where c.payment_id = excluded.payment_id', tg_table_schema)
            using new.payable_kind, new.payable_id, new.id;
        get diagnostics claimed = row_count;
        if claimed = 0 then
            raise exception 'another attempt than % is not over', new.id
                using errcode = '23505', constraint = 'payment_claim_pkey';
        end if;
    else
        execute format('delete from %I.payment_claim where payment_id = $1', tg_table_schema) using new.id;
    end if;
    return null;
end $$;
create trigger payment_claims_when_begun after insert on payment for each row execute function claim_payment();
create trigger payment_claims_as_it_goes after update of state on payment for each row
    when ((old.state in ('created', 'open', 'processing')) <> (new.state in ('created', 'open', 'processing')))
    execute function claim_payment();

insert into payment_claim (payable_kind, payable_id, payment_id)
select payable_kind, payable_id, id from payment where state in ('created', 'open', 'processing');
