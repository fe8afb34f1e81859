-- The hosted pages of invoices.

create table page (
    invoice_id uuid primary key references invoice,
    token_hash bytea not null unique, -- SHA-256
    version integer not null, -- of the link; a new one withdraws the old
    key_id varchar(64) not null
);
