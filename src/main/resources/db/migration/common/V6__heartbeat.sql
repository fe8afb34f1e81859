-- When each instance last committed something: an instance that cannot is not ready.
create table heartbeat (
    instance varchar(64) primary key,
    at timestamp with time zone not null
);
