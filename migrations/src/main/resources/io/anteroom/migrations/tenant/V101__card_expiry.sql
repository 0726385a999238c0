-- For which last month its owner was told that a card expires, so that they are told once; null before.
alter table saved_card
    add column told_of date check (extract(day from told_of) = 1);
