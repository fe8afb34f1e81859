-- Forms of the console that create and change who takes part.

alter table client add column enabled boolean default true not null;

-- Forms that have been done, each once, and what came of them until it has been looked at.
create table done_form (
    id uuid primary key,
    operator varchar(64) not null,
    result varchar(1000000), -- sealed JSON; null once it has been shown, or was not in time
    at timestamp with time zone not null -- real time
);
create index done_form_at on done_form (at, id);

create index merchant_name on merchant (name, id);
create index issuer_name on issuer (name, id);
create index sales_unit_name on sales_unit (name, msn);
create index payer_name on payer (name, id);
create index checkout_key_account on checkout_key (account, public_key);

-- What somebody who calls can name.
alter table invoice add column invoice_number varchar(255); -- the merchant's
create index invoice_number on invoice (invoice_number, id);
create index payment_refund_reference on payment_refund (reference_id, operation_id);
