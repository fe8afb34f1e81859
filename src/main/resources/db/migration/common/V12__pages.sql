-- What is asked for on hosted pages, and what they show.

create table prompt (
    id uuid primary key,
    invoice_id uuid not null references invoice,
    phone varchar(16) not null,
    payer_id uuid, -- null if the phone has no wallet that can be asked
    on_day date, -- the day chosen on the page
    state varchar(16) not null,
    address varchar(64) not null, -- from which it was asked for
    at timestamp with time zone not null
);
create index prompt_phone on prompt (invoice_id, phone, at);
create index prompt_from on prompt (address, at);
create index prompt_age on prompt (at);

-- Locked by whoever asks from there, so that nobody else is counted meanwhile.
create table prompt_address (
    address varchar(64) primary key
);

create table issuer_logo (
    issuer_id uuid primary key references issuer,
    media_type varchar(32) not null,
    bytes bytea not null
);
