-- As with callbacks. By itself, so that two tables are never closed at a time: who works on both cannot get stuck.
drop index delivery_due;
create index delivery_due on delivery (endpoint_id, state, next_attempt_at, id) where state <> 'DELIVERED';
