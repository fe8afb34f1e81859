-- The ePayment API: its sales units, and what belongs to a reference beside the payment.

create table sales_unit (
    msn varchar(10) primary key, -- its Merchant-Serial-Number
    merchant_id uuid not null references merchant,
    name varchar(200) not null,
    key_hash varchar(64) not null unique, -- SHA-256 of a subscription key
    other_key_hash varchar(64) not null unique, -- of the one that is as good
    settings varchar(16000) not null -- JSON
);
create index sales_unit_merchant on sales_unit (merchant_id, msn);

create table payer_profile (
    payer_id uuid primary key references payer,
    given_name varchar(100) not null,
    family_name varchar(100) not null,
    email varchar(254) not null,
    birth_date date not null,
    home varchar(2000), -- JSON
    nin varchar(32) -- the national identity number
);

-- What a merchant calls a payer. Not all payers have rows: the sandbox knows some by rule.
create table profile_sub (
    sub uuid primary key,
    merchant_id uuid not null references merchant,
    payer_id uuid not null,
    unique (merchant_id, payer_id)
);

create table profile_consent (
    payment_id uuid primary key,
    sub uuid not null references profile_sub,
    scopes varchar(100) not null, -- separated by blanks
    at timestamp with time zone not null -- business time
);
create index profile_consent_sub on profile_consent (sub, at);

-- What a sales unit tells payers of an order, whose number is the reference of a payment, before or after it.
create table order_category (
    id uuid primary key,
    merchant_id uuid not null references merchant,
    msn varchar(10) not null references sales_unit,
    payment_type varchar(16) not null, -- ECOM, RECURRING
    order_id varchar(128) not null,
    slot varchar(36) not null, -- empty for the one that each order has, else the id
    type varchar(32) not null,
    url varchar(2048) not null,
    image_id varchar(128),
    created_at timestamp with time zone not null,
    unique (msn, order_id, payment_type, slot)
);

create table order_receipt (
    id uuid primary key,
    merchant_id uuid not null references merchant,
    msn varchar(10) not null references sales_unit,
    payment_type varchar(16) not null, -- ECOM, RECURRING
    order_id varchar(128) not null,
    content varchar(1000000) not null, -- JSON
    created_at timestamp with time zone not null,
    unique (msn, order_id, payment_type)
);

create table order_image (
    msn varchar(10) not null references sales_unit,
    image_id varchar(128) not null,
    merchant_id uuid not null references merchant,
    media_type varchar(32) not null,
    bytes bytea not null,
    created_at timestamp with time zone not null,
    primary key (msn, image_id)
);

-- Where a sales unit hears of what. Each is an endpoint.
create table registration (
    id uuid primary key references endpoint,
    merchant_id uuid not null references merchant,
    msn varchar(10) not null references sales_unit,
    secret varchar(512) not null, -- sealed
    created_at timestamp with time zone not null,
    removed_at timestamp with time zone
);
create index registration_msn on registration (msn, removed_at);

create table registration_event (
    registration_id uuid not null references registration,
    type varchar(32) not null,
    primary key (registration_id, type)
);
