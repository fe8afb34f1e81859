-- Payments whose payers are shown where to pay to, and the money that comes by itself.

alter table commerce_account add column test_key varchar(512); -- sealed, signs callbacks about payments in test mode
alter table commerce_account add column live_key varchar(512); -- sealed, signs all others

create table payment_service (
    code varchar(64) primary key,
    content varchar(20000) not null -- JSON
);

create sequence payment_number start with 1;

create table payment_invoice (
    payment_id uuid primary key, -- of a payment, which is stored after it
    id varchar(32) not null unique, -- cpi_ and 16 characters
    merchant_id uuid not null references merchant,
    account varchar(64) not null,
    reference_id varchar(255), -- the merchant's
    request_hash char(64) not null,
    service varchar(64), -- null until the payer has chosen
    test_mode boolean not null,
    reference varchar(64) not null, -- what the payer quotes
    reference_key varchar(64) not null unique, -- the same for all ways to write it
    requisites varchar(8000), -- JSON
    confirmation varchar(20000), -- JSON
    untold_since timestamp with time zone, -- since when the bank is to be told of it, in real time
    asked_at timestamp with time zone, -- when the bank was last asked, in real time; null once it need not be
    tries integer default 0 not null, -- to confirm it
    tried_since timestamp with time zone, -- the first of these, in real time
    expires_at timestamp with time zone not null,
    reason varchar(64),
    terms varchar(1000000) not null, -- JSON
    created_at timestamp with time zone not null,
    unique (account, reference_id)
);
create index payment_invoice_merchant on payment_invoice (merchant_id, created_at, id);
create index payment_invoice_untold on payment_invoice (untold_since, payment_id);
create index payment_invoice_asked on payment_invoice (asked_at, payment_id);

create table payment_refund (
    operation_id uuid primary key references operation,
    payment_id uuid not null references payment,
    merchant_id uuid not null references merchant,
    account varchar(64) not null,
    reference_id varchar(255) not null, -- the merchant's
    request_hash char(64) not null,
    description varchar(1000),
    created_at timestamp with time zone not null,
    unique (account, reference_id)
);
create index payment_refund_payment on payment_refund (payment_id, created_at, operation_id);

create table incoming_transfer (
    provider varchar(16) not null,
    id varchar(255) not null, -- the provider's
    reference varchar(255) not null, -- as the payer quoted it
    currency char(3) not null,
    amount bigint not null, -- minor units
    sender varchar(255) not null,
    state varchar(16) not null, -- UNMATCHED: a person must see to it; MATCHED, ASSIGNED
    payment_id uuid references payment, -- that it has paid
    why varchar(255), -- it pays nothing by itself
    at timestamp with time zone not null,
    listed_on date, -- the day, of UTC, whose list of the bank's has it
    primary key (provider, id)
);
create index incoming_transfer_state on incoming_transfer (state, at);
create index incoming_transfer_payment on incoming_transfer (payment_id);
