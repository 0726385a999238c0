-- What came in, week by week, for the page staff land on.
create index invoice_payment_by_time on invoice_payment (received_at);
