-- What has been delivered is found by its event, its merchant or its age, and leaves the indexes along which work is
-- found: they stay as small as the work, however much is stored. The table is closed until both are made: for as long as
-- it takes to read it twice.
drop index callback_ready;
create index callback_ready on callback (endpoint_id, state, ready_at, id) where state <> 'DELIVERED';

drop index callback_subject;
create index callback_subject on callback (subject_id, endpoint_id, number) where state <> 'DELIVERED';
