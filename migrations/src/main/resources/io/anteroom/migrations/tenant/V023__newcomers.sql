-- Codes to people who open an account by themselves are counted apart.
alter table sign_in_cap
    drop constraint sign_in_cap_kind_check,
    add constraint sign_in_cap_kind_check
        check (kind in ('address', 'prefix', 'clinic', 'newcomer-address', 'newcomer-prefix', 'newcomer-clinic'));
