-- Who is locked to passwords or printed codes is found like who is locked to codes.
create index password_limit_locked on password_limit (locked_until) where locked_until is not null;
create index recovery_limit_locked on recovery_limit (locked_until) where locked_until is not null;
