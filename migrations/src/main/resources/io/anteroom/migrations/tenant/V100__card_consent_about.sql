-- A consent is for something: one patient's invoices, say. Of one payer one stands for each. Its words have a version, so that it is
-- known which were shown without comparing texts in several languages.
alter table card_consent
    add column about   text     not null default '' check (length(about) <= 64),
    add column version smallint not null default 1 check (version > 0);
create unique index card_consent_one_standing_for_each on card_consent (payer_kind, payer_id, about) where revoked_at is null;
drop index card_consent_one_standing;
create index card_consent_standing_about on card_consent (about) where revoked_at is null;
