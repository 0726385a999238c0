-- The form a draft was written in, so that one sent again is no second draft. Whoever is not a form has none.
alter table invoice add column token uuid;
create unique index invoice_by_token on invoice (token) where token is not null;
