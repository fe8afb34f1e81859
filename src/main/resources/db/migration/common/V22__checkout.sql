-- What stands in the links of shops for their commerce accounts.

create table checkout_key (
    public_key varchar(64) primary key,
    account varchar(64) not null references commerce_account,
    test_mode boolean not null,
    return_url varchar(2048) -- where payers go afterwards
);
