package io.caravan.routes;

import io.caravan.support.Patience;
import java.io.IOException;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.util.Date;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeoutException;
import org.jsmpp.bean.BindType;
import org.jsmpp.bean.DeliveryReceipt;
import org.jsmpp.bean.ESMClass;
import org.jsmpp.bean.GSMSpecificFeature;
import org.jsmpp.bean.GeneralDataCoding;
import org.jsmpp.bean.MessageMode;
import org.jsmpp.bean.MessageType;
import org.jsmpp.bean.NumberingPlanIndicator;
import org.jsmpp.bean.OptionalParameter;
import org.jsmpp.bean.RegisteredDelivery;
import org.jsmpp.bean.SubmitSm;
import org.jsmpp.bean.TypeOfNumber;
import org.jsmpp.session.SMPPServerSession;
import org.jsmpp.session.SMPPServerSessionListener;
import org.jsmpp.session.ServerMessageReceiverListener;
import org.jsmpp.session.SubmitSmResult;
import org.jsmpp.util.DeliveryReceiptState;
import org.jsmpp.util.MessageId;

/** An SMSC that speaks SMPP 3.4 over a socket: it takes what is submitted, and sends receipts. */
final class Smsc implements AutoCloseable {

    final List<SubmitSm> submitted = new CopyOnWriteArrayList<>();

    /** Passwords and types of the sessions that were bound. */
    final List<String> bound = new CopyOnWriteArrayList<>();

    private final List<SMPPServerSession> receivers = new CopyOnWriteArrayList<>();
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final SMPPServerSessionListener listener;

    Smsc(int port) throws IOException {
        listener = new SMPPServerSessionListener(port);
        threads.submit(this::accept);
    }

    private Void accept() throws IOException {
        while (true) {
            var session = listener.accept();
            session.setMessageReceiverListener(receiver());
            // for how long an answer is waited for: the machine may stand still
            session.setTransactionTimer(Patience.SOON.toMillis());
            threads.submit(() -> bind(session));
        }
    }

    private Void bind(SMPPServerSession session) throws Exception {
        try {
            var request = session.waitForBind(5000);
            request.accept("smsc");
            bound.add(request.getSystemId() + " " + request.getPassword() + " " + request.getBindType());
            if (request.getBindType() != BindType.BIND_TX) {
                receivers.add(session);
            }
            return null;
        } catch (TimeoutException e) {
            throw new IllegalStateException(e);
        }
    }

    private ServerMessageReceiverListener receiver() {
        InvocationHandler calls = (proxy, method, arguments) -> {
            if (!method.getName().equals("onAcceptSubmitSm")) {
                throw new UnsupportedOperationException(method.getName());
            }
            submitted.add((SubmitSm) arguments[0]);
            return new SubmitSmResult(new MessageId("m-" + submitted.size()), new OptionalParameter[0]);
        };
        return (ServerMessageReceiverListener) Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {ServerMessageReceiverListener.class}, calls);
    }

    boolean hasReceiver() {
        return !receivers.isEmpty();
    }

    /** Says what became of the SMS with this id. */
    void tell(String id, DeliveryReceiptState state) throws Exception {
        var receipt = new DeliveryReceipt(id, 1, 1, new Date(), new Date(), state, "000", "");
        receivers
                .get(0)
                .deliverShortMessage(
                        "",
                        TypeOfNumber.INTERNATIONAL,
                        NumberingPlanIndicator.ISDN,
                        "4577007700",
                        TypeOfNumber.ALPHANUMERIC,
                        NumberingPlanIndicator.UNKNOWN,
                        "Caravan",
                        new ESMClass(MessageMode.DEFAULT, MessageType.SMSC_DEL_RECEIPT, GSMSpecificFeature.DEFAULT),
                        (byte) 0,
                        (byte) 0,
                        new RegisteredDelivery(0),
                        new GeneralDataCoding(),
                        receipt.toString().getBytes(StandardCharsets.US_ASCII));
    }

    /** Brings an SMS that somebody sent. */
    void bring(String from, String text) throws Exception {
        receivers
                .get(0)
                .deliverShortMessage(
                        "",
                        TypeOfNumber.INTERNATIONAL,
                        NumberingPlanIndicator.ISDN,
                        from,
                        TypeOfNumber.UNKNOWN,
                        NumberingPlanIndicator.UNKNOWN,
                        "1234",
                        new ESMClass(),
                        (byte) 0,
                        (byte) 0,
                        new RegisteredDelivery(0),
                        new GeneralDataCoding(),
                        text.getBytes(StandardCharsets.US_ASCII));
    }

    @Override
    public void close() throws IOException {
        listener.close();
        threads.shutdownNow();
    }
}
