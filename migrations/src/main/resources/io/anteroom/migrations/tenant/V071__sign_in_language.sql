-- The language of the page that a code was asked on: whoever has never chosen one is written to in it.
alter table sign_in add column language text check (language ~ '^[a-z]{2}$');
