-- What of each draft was looked at before the batch began, and more of what can come of it. Batches begun before say nothing
-- of what was looked at, and send what there is.
alter table invoice_batch_item
    add column version integer,
    drop constraint invoice_batch_item_outcome_check,
    add constraint invoice_batch_item_outcome_check check (outcome in ('sent', 'not_a_draft', 'nothing_to_pay',
        'due_in_the_past', 'no_email', 'gone', 'changed', 'not_permitted', 'failed'));
