package io.caravan.core.notice;

/** How far a notice has come. */
public enum NoticeState {
    /** Waits for its time, which is business time. */
    PLANNED,
    /** Waits to be put on its channel's queue. */
    READY,
    /** Its id is on the queue. */
    QUEUED,
    /** A consumer has taken it and speaks to the gateway. */
    SENDING,
    /** The gateway has it. */
    SENT,
    /** Given up for now; the reason is kept, and it can be sent again. */
    PARKED,
    /** Not worth sending any more. */
    DROPPED
}
