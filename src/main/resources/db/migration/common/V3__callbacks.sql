-- Events on their way to merchants. A callback is one event for one endpoint; a delivery is what is sent: one callback,
-- or a group of them.

create table endpoint (
    id uuid primary key,
    merchant_id uuid not null references merchant,
    dialect varchar(16) not null,
    url varchar(2048) not null,
    authorization_header varchar(4096), -- sealed
    due_at timestamp with time zone, -- the earliest time at which something can be done for it
    lease_owner varchar(64),
    lease_until timestamp with time zone,
    fence bigint not null, -- grows with each lease
    failures integer default 0 not null, -- attempts that failed since the last that did not
    failed_subjects varchar(255), -- what these were about, separated by blanks, five at most
    width smallint default 4 not null, -- exchanges that may be open at a time
    suspended_at timestamp with time zone, -- null unless suspended; from then on waits of deliveries stand still
    probes integer default 0 not null, -- that have set out since
    probe_at timestamp with time zone, -- when the next probe may set out
    created_at timestamp with time zone not null,
    place varchar(64) default '' not null, -- tells those that hear of single subjects from the merchant's own one
    unique (merchant_id, dialect, place)
);
create index endpoint_due on endpoint (due_at, id);

create table delivery (
    id varchar(32) primary key, -- msg_ and 26 characters: the webhook-id
    endpoint_id uuid not null references endpoint,
    state varchar(16) not null, -- PENDING, SENDING, DELIVERED, DEAD
    body bytea not null,
    attempts integer not null, -- that have ended
    fence bigint not null, -- of the endpoint's lease under which it was last taken
    next_attempt_at timestamp with time zone, -- as of the suspension while the endpoint is suspended
    repeats varchar(32), -- the delivery in which the event of a replay went first, if that was a group
    waiting_since timestamp with time zone not null, -- the time of its last event, or of its last replay
    created_at timestamp with time zone not null
);
create index delivery_due on delivery (endpoint_id, state, next_attempt_at, id);

create table callback (
    id uuid primary key,
    endpoint_id uuid references endpoint, -- null while the merchant has none
    merchant_id uuid not null,
    dialect varchar(16) not null,
    event_id uuid not null,
    subject_id uuid not null,
    number integer not null, -- of the event
    state varchar(16) not null, -- WAITING, APART, DELIVERING, DELIVERED, DEAD, HELD
    ready_at timestamp with time zone, -- only the first open one of a subject has a time
    delivery_id varchar(32) references delivery,
    replayed_at timestamp with time zone, -- for the last time; real time
    reason varchar(16), -- why it is DEAD: EXHAUSTED, OVERDUE, UNSPEAKABLE
    waiting_since timestamp with time zone not null, -- the time of the event, or of its last replay
    created_at timestamp with time zone not null,
    unique (event_id, endpoint_id)
);
create index callback_merchant on callback (merchant_id, state, created_at, id);
create index callback_ready on callback (endpoint_id, state, ready_at, id);
create index callback_subject on callback (subject_id, endpoint_id, number);
create index callback_delivery on callback (delivery_id);
create index callback_age on callback (dialect, state, waiting_since, id);

create table attempt (
    delivery_id varchar(32) not null references delivery,
    number integer not null,
    at timestamp with time zone not null,
    duration_ms integer not null,
    status integer, -- null when there was no answer
    error varchar(255),
    answer varchar(4096),
    answer_at timestamp with time zone, -- null without an answer, or once it is forgotten
    primary key (delivery_id, number, at) -- a replay counts from 1 again
);
create index attempt_answer on attempt (answer_at);
