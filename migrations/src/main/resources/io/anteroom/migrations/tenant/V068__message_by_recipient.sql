-- What was sent to somebody goes into the copy of everything that person may ask for.
create index message_by_recipient on message (recipient, created_at);
