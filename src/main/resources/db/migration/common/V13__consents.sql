-- Payers' consents to be invoiced directly, and reminders of invoices that nobody has answered.

create table consent (
    id uuid primary key,
    merchant_id uuid not null references merchant,
    issuer_id uuid not null references issuer,
    invoice_id uuid not null unique references invoice,
    dialect varchar(16) not null,
    payer_id uuid, -- who may answer: known once the invoice has been paid or scheduled
    phone varchar(16),
    state varchar(16) not null,
    number integer not null, -- of its last event
    created_at timestamp with time zone not null,
    granted_at timestamp with time zone
);
create index consent_payer on consent (issuer_id, payer_id, id);

-- Who has granted to whom, and by which consent: the first of them.
create table consent_grant (
    issuer_id uuid not null references issuer,
    payer_id uuid not null,
    consent_id uuid not null references consent,
    primary key (issuer_id, payer_id)
);
create index consent_grant_list on consent_grant (issuer_id, consent_id);
create index consent_grant_consent on consent_grant (consent_id);

create table reminder (
    invoice_id uuid primary key references invoice,
    event_id uuid not null, -- that the invoice came: the notice is made of it
    due_at timestamp with time zone not null, -- business time
    last_at timestamp with time zone not null -- from then on, it comes too late
);
create index reminder_due on reminder (due_at, invoice_id);
