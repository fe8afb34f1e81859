-- Payments that pay no invoice: what a shop asks for, and when it ends.

alter table payment add column msn varchar(10); -- of the sales unit
alter table payment add column reference varchar(64);
alter table payment add column capture_at_once boolean;
alter table payment add column expires_at timestamp with time zone; -- null once it has ended, and for an invoice
create index payment_expires on payment (expires_at, id);

alter table operation add column request_key varchar(50);

create table payment_request (
    payment_id uuid primary key references payment,
    merchant_id uuid not null references merchant,
    msn varchar(10) not null,
    reference varchar(64) not null,
    flow varchar(16) not null,
    phone varchar(16), -- of who is asked, or has opened it
    named boolean not null, -- whether the sales unit has said who is asked
    expires_at timestamp with time zone not null,
    terms varchar(1000000) not null, -- JSON
    token_hash bytea not null unique, -- of its page
    page_version integer not null,
    page_key varchar(64) not null,
    unique (merchant_id, msn, reference)
);
