-- The Mobile Invoice API: partners, and what is special about their invoices.

create table partner (
    id integer primary key,
    merchant_id uuid not null unique references merchant,
    issuer_id uuid not null references issuer, -- in whose name it asks
    secret_key varchar(1024) not null, -- sealed
    settings varchar(16000) not null -- JSON
);

create table campaign (
    partner_id integer not null references partner,
    id integer not null,
    settings varchar(16000) not null, -- JSON
    primary key (partner_id, id)
);

-- Of signed requests, so that none is taken twice.
create table nonce (
    partner_id integer not null,
    nonce varchar(50) not null,
    at timestamp with time zone not null,
    primary key (partner_id, nonce)
);
create index nonce_age on nonce (at);

create table pre_transaction (
    invoice_id uuid primary key references invoice,
    merchant_id uuid not null references merchant,
    partner_id integer not null,
    reference_id varchar(50),
    correlation_id varchar(50),
    short_code varchar(12) not null unique,
    link_id uuid unique, -- opens the page, too: it follows from the reference
    direct boolean not null, -- begun with its transaction: it has no page that anybody is told of
    expires_at timestamp with time zone, -- when its page closes; null if the partner gave no time
    accessed_at timestamp with time zone, -- when its page was first seen
    terms varchar(200000) not null, -- JSON
    created_at timestamp with time zone not null,
    unique (merchant_id, reference_id)
);
create index pre_transaction_list on pre_transaction (merchant_id, correlation_id, invoice_id);

-- By which name a payer, or the partner, chose how to pay.
create table payment_choice (
    payment_id uuid primary key references payment,
    provider varchar(32) not null,
    visit uuid not null unique -- the form or request that chose: it chooses once
);
create index payment_merchant on payment (merchant_id, dialect, created_at, id);

-- Endpoints that hear of one invoice and its payments only.
create table callback_place (
    subject_id uuid not null,
    endpoint_id uuid not null references endpoint,
    primary key (subject_id, endpoint_id)
);
