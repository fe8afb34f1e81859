-- A wish to be forgotten at which everybody fails waits longer each time, and holds up no other.
alter table erasure add column tries integer default 0 not null; -- in a row, without coming on

-- By which is asked whether an event has been told.
create index outbox_event on outbox (event_id);
