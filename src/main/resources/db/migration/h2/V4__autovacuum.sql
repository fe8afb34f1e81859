-- H2 cleans up by itself; this file keeps the version numbers of both databases alike.
select 1;
