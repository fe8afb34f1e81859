-- What is asked for on the pages of payments: prompts, as on those of invoices.

alter table prompt alter column invoice_id drop not null;
alter table prompt add column payment_id uuid references payment;
alter table prompt add column attempts integer; -- to reserve the money, made before
create index prompt_payment on prompt (payment_id, phone, at);
