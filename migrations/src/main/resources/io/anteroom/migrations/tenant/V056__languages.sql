-- The languages patients are spoken to in: what the clinic offers, which of them strangers meet, and what each person chose.

alter table portal_settings
    add column language text not null default 'en',
    add column languages text[] not null default array['en', 'de', 'ar'],
    add constraint portal_settings_speak_a_language check
        (languages <@ array['en', 'de', 'ar'] and language = any (languages));

-- Null: never chosen, so the clinic's.
alter table portal_account add column language text check (language in ('en', 'de', 'ar'));
