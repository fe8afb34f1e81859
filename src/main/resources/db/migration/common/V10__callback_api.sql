-- What merchants see and change of their callbacks, and how they prove who they are without a token.

create table commerce_account (
    id varchar(64) primary key,
    key_hash char(64) not null,
    merchant_id uuid not null references merchant
);

create table replay (
    id uuid primary key,
    merchant_id uuid not null references merchant,
    status varchar(16), -- null for all that can be replayed
    from_at timestamp with time zone not null,
    to_at timestamp with time zone not null, -- exclusive
    asked_at timestamp with time zone not null, -- real time
    worked_at timestamp with time zone not null, -- for the last time; real time
    after_at timestamp with time zone, -- the last callback that has been put in line
    after_id uuid
);
create index replay_merchant on replay (merchant_id);
create index replay_worked on replay (worked_at, id);
