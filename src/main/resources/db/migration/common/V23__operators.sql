-- What operators did, and indexes by which they find what they look for.

create table operator_act (
    id uuid primary key, -- rises with time
    at timestamp with time zone not null, -- real time
    operator varchar(64) not null,
    kind varchar(32) not null,
    subject varchar(255) not null, -- what it was done to
    note varchar(1000) not null -- what came of it, and why it was done; never about a payer
);
create index operator_act_subject on operator_act (subject, id);

create index invoice_phone on invoice (phone, created_at, id);
create index payment_request_phone on payment_request (phone, payment_id);
create index payment_request_reference on payment_request (reference, payment_id);
create index pre_transaction_reference on pre_transaction (reference_id, invoice_id);
create index payment_invoice_reference_id on payment_invoice (reference_id, payment_id);
create index endpoint_suspended on endpoint (suspended_at, id);
create index payment_alarm_open on payment_alarm (resolved_at, at, id);
create index payment_difference_open on payment_difference (resolved_at, at, id);
