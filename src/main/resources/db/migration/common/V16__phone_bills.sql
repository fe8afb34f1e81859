-- Paying on phone bills from pages, and what partners are told of their money.

-- Which invoices were to be paid on phone bills, and from where: counted, and forgotten like prompts.
create table phone_wish (
    visit uuid primary key, -- the form that was sent
    invoice_id uuid not null references invoice,
    address varchar(64) not null,
    at timestamp with time zone not null
);
create index phone_wish_invoice on phone_wish (invoice_id, at);
create index phone_wish_from on phone_wish (address, at);
create index phone_wish_age on phone_wish (at);

-- What partners are billed for: each payment, refund and SMS once.
create table turnover (
    id uuid primary key, -- of the event, or of the SMS
    merchant_id uuid not null references merchant,
    on_day date not null, -- of UTC
    provider varchar(32) not null, -- by which name the payment was chosen; sms
    currency char(3) not null,
    kind varchar(8) not null, -- TAKEN, REFUNDED, SMS
    amount bigint not null -- minor units; parts of an SMS
);
create index turnover_day on turnover (merchant_id, on_day, provider, currency);
