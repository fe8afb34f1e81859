-- Until when it is known who paid: columns that say since when a row has told of a person, and wishes to be forgotten.

-- Real time; null once nobody is named any more.
alter table invoice add column personal_since timestamp with time zone default current_timestamp;
alter table payment add column personal_since timestamp with time zone default current_timestamp;
alter table order_receipt add column personal_since timestamp with time zone default current_timestamp;
alter table incoming_transfer add column personal_since timestamp with time zone default current_timestamp;

create index invoice_personal on invoice (personal_since, id);
create index payment_personal on payment (personal_since, id);
create index order_receipt_personal on order_receipt (personal_since, id);
create index incoming_transfer_personal on incoming_transfer (personal_since, provider, id);

-- By which old rows are found.
create index notice_age on notice (created_at, id);
create index daily_count_age on daily_count (on_day);
create index operator_act_age on operator_act (at, id);
create index profile_consent_age on profile_consent (at);
create index order_category_age on order_category (created_at, id);

-- By which the rows of a payer are found.
create index payment_payer on payment (payer_id, id);
create index consent_of_payer on consent (payer_id, id);
create index schedule_payer on schedule (payer_id, invoice_id);
create index sms_inbound_sender on sms_inbound (sender, at);
create index prompt_of_phone on prompt (phone, at);
create index profile_sub_payer on profile_sub (payer_id);

create table erasure (
    id uuid primary key,
    phone varchar(16) unique, -- null once it is done
    hint varchar(32) not null, -- masked
    asked_by varchar(64) not null,
    asked_at timestamp with time zone not null, -- real time, as all times here; what came later is not meant
    next_at timestamp with time zone, -- when to look again; null once it is done
    source varchar(16) not null, -- where this look is: INVOICE, PHONE, REQUEST, PAYER, SCHEDULE
    after_at timestamp with time zone not null, -- and behind which row of it
    after_id uuid not null,
    changed bigint not null, -- invoices and payments that this look has erased
    kept bigint not null, -- and those that it has left, since they are open
    erased bigint not null, -- in all
    done_at timestamp with time zone
);
create index erasure_next on erasure (next_at, id);
create index erasure_age on erasure (done_at, id);

-- Invoices that name nobody any more but by their fingerprint, and since when they had.
create table erased_invoice (
    invoice_id uuid primary key references invoice,
    since timestamp with time zone not null
);
create index erased_invoice_age on erased_invoice (since, invoice_id);
