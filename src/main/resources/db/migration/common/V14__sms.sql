-- SMS: those that are sent, without what they say, and those that come.

create table sms (
    id uuid primary key, -- of its notice, and the reference under which each gateway gets it
    invoice_id uuid not null references invoice,
    merchant_id uuid not null references merchant,
    dialect varchar(16) not null,
    originator varchar(16) not null,
    parts integer not null,
    state varchar(16) not null,
    number integer not null, -- of its last event, -1 before the first
    gateway varchar(32), -- that took it last
    gateway_id varchar(128), -- by which that gateway knows it
    reason varchar(255), -- why it has failed
    created_at timestamp with time zone not null,
    updated_at timestamp with time zone not null
);
create index sms_invoice on sms (invoice_id, created_at);
create index sms_gateway on sms (gateway_id);

create table sms_inbound (
    id varchar(128) primary key, -- the gateway's
    sender varchar(16) not null,
    recipient varchar(32) not null,
    text varchar(4000) not null,
    at timestamp with time zone not null
);
create index sms_inbound_sender on sms_inbound (sender, at);
