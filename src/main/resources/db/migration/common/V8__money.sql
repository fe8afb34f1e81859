-- Money that pays nothing, what providers say of their own accord, and the comparison with their books.

create table unmatched_money (
    refund_id uuid primary key references operation,
    payment_id uuid not null references payment,
    currency char(3) not null,
    amount bigint not null, -- minor units
    why varchar(255) not null,
    state varchar(16) not null, -- RETURNING, RETURNED, KEPT: the provider does not give it back, a person must see to it
    at timestamp with time zone not null,
    changed_at timestamp with time zone not null
);
create index unmatched_money_payment on unmatched_money (payment_id, refund_id);
create index unmatched_money_state on unmatched_money (state, at);

create table testimony (
    id varchar(255) primary key, -- of the webhook
    at timestamp with time zone not null
);
create index testimony_age on testimony (at);

create table reconciliation (
    provider varchar(16) primary key,
    compared date not null, -- the last day, of UTC, that has been compared
    lease_until timestamp with time zone not null -- until then one instance compares the next
);

create table payment_difference (
    id uuid primary key, -- derived from subject and kind: each difference is one row
    payment_id uuid references payment,
    operation_id uuid, -- ours, if the subject is one
    subject varchar(255) not null, -- our id of the operation, or the provider's of one that is missing here
    kind varchar(16) not null,
    what varchar(500) not null,
    at timestamp with time zone not null,
    resolved_at timestamp with time zone
);
create index payment_difference_operation on payment_difference (operation_id, kind);
create index payment_difference_payment on payment_difference (payment_id, id);
