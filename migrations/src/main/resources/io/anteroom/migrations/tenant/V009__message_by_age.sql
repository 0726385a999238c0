-- How many messages went out in the last 30 days is counted once a day.
create index message_by_age on message (created_at);
