-- The hosted pages of invoices.

create table page (
    invoice_id uuid primary key references invoice,
    token_hash bytea not null unique, -- SHA-256
    version integer not null, -- of the link; a new one withdraws the old
    key_id varchar(64) not null
);

-- Batches whose items have not all been checked yet.
create table batch (
    id uuid primary key,
    merchant_id uuid not null references merchant,
    invoices bytea not null, -- their ids, 16 bytes each, in the order in which they are checked
    checked integer not null, -- so many of them have been
    fence bigint not null, -- grows with each lease
    lease_until timestamp with time zone not null, -- until then one worker checks it
    created_at timestamp with time zone not null
);
create index batch_age on batch (created_at, id);
