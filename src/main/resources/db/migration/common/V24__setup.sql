-- Secrets that were replaced, those who run the service, and who may set it up at a time.

create table old_secret (
    id uuid primary key,
    kind varchar(32) not null, -- CLIENT, ACCOUNT, TEST_KEY, LIVE_KEY, SALES_UNIT, SALES_UNIT_OTHER, PARTNER, CALLBACK, REGISTRATION
    owner varchar(64) not null, -- the client, account, sales unit, partner, merchant or registration
    secret varchar(1024) not null, -- as in the owner's row: a hash, or sealed
    replaced_at timestamp with time zone not null,
    good_until timestamp with time zone not null
);
create index old_secret_owner on old_secret (kind, owner, good_until);
create index old_secret_age on old_secret (good_until);

create table operator (
    name varchar(64) primary key,
    password_hash varchar(100) not null, -- bcrypt
    role varchar(16) not null, -- VIEWER, OPERATOR
    enabled boolean not null
);

-- Whoever sets the service up locks its only row, so that it is done by one after the other.
create table setup_turn (
    id integer primary key
);
insert into setup_turn (id) values (1);
