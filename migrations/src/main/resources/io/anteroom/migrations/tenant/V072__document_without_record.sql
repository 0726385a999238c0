-- Accounts that nobody has matched with a record send documents too; these are put on the record with which the account is matched.
alter table document
    alter column patient_id drop not null;
create index document_without_record on document (account_id) where patient_id is null;
