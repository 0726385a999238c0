-- Codes to people who open an account by themselves are counted apart, and a child's contact details are nobody's credential.
alter table sign_in_cap
    drop constraint sign_in_cap_kind_check,
    add constraint sign_in_cap_kind_check
        check (kind in ('address', 'prefix', 'clinic', 'newcomer-address', 'newcomer-prefix', 'newcomer-clinic'));

alter table credential_backfill_line
    drop constraint credential_backfill_line_outcome_check,
    add constraint credential_backfill_line_outcome_check
        check (outcome in ('ready', 'shared', 'taken', 'unreadable', 'has-one', 'removed', 'open-to-another', 'minor',
            'changed', 'set', 'undone', 'in-use'));
