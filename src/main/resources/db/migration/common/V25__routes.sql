-- Which routes each instance runs, as it last said.
create table route_report (
    instance varchar(64) primary key,
    at timestamp with time zone not null,
    hash varchar(64) not null,
    files text not null -- JSON: the hash of each file, by its path
);
