-- What operators hold back until they release it. Every instance looks here before it takes something.
create table hold (
    kind varchar(16) not null, -- CHANNEL, ENDPOINT, JOB
    name varchar(64) not null, -- push, the id of an endpoint, expire
    since timestamp with time zone not null,
    placed_by varchar(64) not null,
    why varchar(500) not null,
    primary key (kind, name)
);
