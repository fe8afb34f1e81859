package io.caravan.camel;

import io.caravan.core.notice.Notices;
import jakarta.jms.JMSException;
import jakarta.jms.MessageProducer;
import jakarta.jms.Session;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jms.core.JmsTemplate;

/** Puts the ids of notices on the queues of their channels, all of a batch in one session. */
public final class NoticeQueues {

    private final JmsTemplate jms;

    /** The template's session is transacted. */
    public NoticeQueues(JmsTemplate jms) {
        this.jms = jms;
    }

    /** Sends each id to the queue that is called {@code prefix} and its channel; all or none of them arrive. */
    public void send(List<Notices.Waiting> notices, String prefix) {
        jms.execute(session -> {
            try (var producer = session.createProducer(null)) {
                var queues = new HashMap<String, jakarta.jms.Queue>();
                for (var notice : notices) {
                    send(session, producer, queues, prefix, notice);
                }
            }
            session.commit();
            return null;
        });
    }

    private static void send(
            Session session,
            MessageProducer producer,
            Map<String, jakarta.jms.Queue> queues,
            String prefix,
            Notices.Waiting notice)
            throws JMSException {
        var name = prefix + notice.channel().text();
        var queue = queues.get(name);
        if (queue == null) {
            queue = session.createQueue(name);
            queues.put(name, queue);
        }
        producer.send(queue, session.createTextMessage(notice.id().toString()));
    }
}
