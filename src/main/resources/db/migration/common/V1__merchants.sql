-- Merchants, who may call, and who may be asked.

create table merchant (
    id uuid primary key,
    name varchar(255) not null,
    country char(2) not null,
    currency char(3) not null,
    zone varchar(64) not null,
    vat_number varchar(32) not null,
    enabled boolean not null,
    callback_secret varchar(512) not null -- sealed
);

create table issuer (
    id uuid primary key,
    merchant_id uuid not null references merchant,
    name varchar(255) not null,
    street varchar(255) not null,
    zip_code varchar(32) not null,
    city varchar(255) not null,
    status varchar(16) not null,
    payout_account boolean not null
);
create index issuer_merchant on issuer (merchant_id, id);

create table client (
    id varchar(64) primary key,
    secret_hash char(64) not null,
    merchant_id uuid references merchant,
    scopes varchar(255) not null
);

create table payer (
    id uuid primary key,
    phone varchar(16) not null unique,
    name varchar(255) not null,
    blocked boolean not null,
    card uuid not null
);

create table signing_key (
    generation integer primary key, -- counts from 1: of two instances that make the first one, one wins
    private_key varchar(8000) not null, -- sealed
    created_at timestamp with time zone not null,
    retired_at timestamp with time zone
);
