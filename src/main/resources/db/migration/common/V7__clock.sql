-- Business time and what is planned in it.

create table business_clock (
    id smallint primary key check (id = 1),
    ahead_ms bigint not null, -- of real time
    version bigint not null -- grows with each change
);
insert into business_clock (id, ahead_ms, version) values (1, 0, 0);

-- The day a payer chose for an invoice.
create table schedule (
    invoice_id uuid primary key references invoice,
    payer_id uuid not null,
    on_day date not null,
    attempts integer not null, -- that have begun
    due_at timestamp with time zone -- of the next attempt; null while one is under way and when none follows
);
create index schedule_due on schedule (due_at, invoice_id);

-- Each attempt to pay on that day: whoever writes the row may begin it.
create table schedule_attempt (
    invoice_id uuid not null references invoice,
    on_day date not null,
    number integer not null,
    payment_id uuid not null unique, -- written a moment later
    primary key (invoice_id, on_day, number)
);
