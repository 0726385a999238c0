-- How many mails an address got lately is asked before another is sent to it.
create index platform_message_recipient on control.platform_message (recipient, created_at);
