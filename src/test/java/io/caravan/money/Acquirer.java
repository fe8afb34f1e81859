package io.caravan.money;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.caravan.channel.CarrierWebhooks;
import io.caravan.channel.Psp;
import io.caravan.channel.PspWebhooks;
import io.caravan.channel.WebhookSignature;
import io.caravan.core.notice.Channel;
import io.caravan.core.payment.Instruction;
import io.caravan.core.payment.Outcome;
import io.caravan.core.payment.Testimony;
import io.caravan.mock.MockFaults;
import io.caravan.mock.MockLedger;
import io.caravan.mock.MockMemory;
import io.caravan.mock.MockPayers;
import io.caravan.mock.MockPsp;
import io.caravan.mock.MockReply;
import io.caravan.mock.MockWebhooks;
import io.caravan.support.MovableClock;
import io.caravan.support.SignedWebhook;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** The mock acquirer without the network between it and us, and all webhooks that it has sent. */
final class Acquirer implements AutoCloseable {

    private static final String SECRET = "whsec_Y2FyYXZhbi1zYW5kYm94LXBzcC13ZWJob29rLXNlY3JldA==";

    /** What the acquirer believes of one of our payments, in minor units. */
    record Sums(long authorized, long captured, long refunded, long cancelled) {}

    final Psp psp = new Psp();
    final PhoneCompany phones;
    final List<Testimony> webhooks = new CopyOnWriteArrayList<>();

    private final MockMemory memory;
    private final MockPsp mock;
    private final MockPayers payers;
    private final MockLedger ledger;
    private final MockWebhooks sender;
    private final HttpServer mailbox;

    Acquirer(Path folder, MovableClock clock) throws IOException {
        memory = new MockMemory(folder);
        mailbox = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 100);
        mailbox.createContext("/", this::keep);
        mailbox.start();
        var service = "http://127.0.0.1:" + mailbox.getAddress().getPort();
        sender = new MockWebhooks(memory, new MockFaults(memory.jdbc(), clock), clock, service, SECRET);
        mock = new MockPsp(memory, sender, clock, "http://acquirer.example");
        payers = new MockPayers(memory, sender, clock);
        ledger = new MockLedger(memory, "http://acquirer.example");
        phones = new PhoneCompany(memory, clock, service);
    }

    /** Gives it the instruction, as the route does. */
    MockReply tell(Instruction instruction) {
        if (isBilling(instruction)) {
            return phones.tell(instruction);
        }
        var key = instruction.operation().id().toString();
        var body = psp.write(instruction);
        return switch (instruction.operation().kind()) {
            case CHARGE -> mock.charge(key, body, "/charges");
            case AUTHORIZE -> mock.open(key, body, "/sessions");
            case CAPTURE -> mock.instruct(psp.money(instruction), key, body, "/capture");
            case REFUND -> mock.instruct(psp.money(instruction), key, body, "/refund");
            case CANCEL -> mock.instruct(psp.money(instruction), key, body, "/cancel");
        };
    }

    MockReply ask(Instruction instruction) {
        if (isBilling(instruction)) {
            return phones.ask(instruction);
        }
        return ledger.operation(instruction.operation().id().toString());
    }

    Outcome readAnswer(Instruction instruction, MockReply reply) {
        return isBilling(instruction)
                ? phones.carrier.readAnswer(instruction, reply.status(), reply.bytes())
                : psp.readAnswer(instruction, reply.status(), reply.bytes());
    }

    Outcome readLookup(Instruction instruction, MockReply reply) {
        return isBilling(instruction)
                ? phones.carrier.readLookup(instruction, reply.status(), reply.bytes())
                : psp.readLookup(instruction, reply.status(), reply.bytes());
    }

    void payOnPage(String session) {
        payers.act(session, "{\"card\":\"4111111111111111\"}", "/pay", "");
    }

    void leavePage(String session) {
        payers.act(session, "", "/abandon", "");
    }

    /** Sends what it has to say, and ends the sessions whose time is over. */
    void goOn() {
        payers.expire();
        sender.deliver();
        phones.goOn();
    }

    /** The open pages of these payments, the oldest first. */
    List<String> openPages(List<String> payments) {
        return payments.stream()
                .flatMap(payment -> memory
                        .jdbc()
                        .sql("select id from psp_payment where reference = ? and status = 'open'")
                        .param(payment)
                        .query(String.class)
                        .list()
                        .stream())
                .toList();
    }

    Sums sums(String payment) {
        var billed = phones.sums(payment);
        if (billed.captured() > 0) {
            return billed;
        }
        return memory.jdbc()
                .sql(
                        """
                        select coalesce(sum(case when status in ('authorized', 'charged') then amount end), 0) as authorized,
                            coalesce(sum(case when status in ('captured', 'charged') then amount end), 0) as captured,
                            coalesce(sum(case when status = 'refunded' then amount end), 0) as refunded,
                            coalesce(sum(case when status = 'cancelled' then amount end), 0) as cancelled
                        from psp_operation
                        where reference = ?
                        """)
                .param(payment)
                .query(Sums.class)
                .single();
    }

    @Override
    public void close() {
        mailbox.stop(0);
        memory.close();
    }

    /** Reads the webhook at the time at which it was signed. */
    private void keep(HttpExchange exchange) throws IOException {
        var headers = exchange.getRequestHeaders();
        var timestamp = headers.getFirst("webhook-timestamp");
        var clock = Clock.fixed(Instant.ofEpochSecond(Long.parseLong(timestamp)), ZoneOffset.UTC);
        var path = exchange.getRequestURI().getPath();
        var body = exchange.getRequestBody().readAllBytes();
        var action = path.substring(path.lastIndexOf('/') + 1);
        var id = headers.getFirst("webhook-id");
        var signature = headers.getFirst("webhook-signature");
        var said = path.contains("/carrier/")
                ? new CarrierWebhooks(new WebhookSignature(SignedWebhook.CARRIER_SECRET, clock))
                        .read(body, action, id, timestamp, signature)
                : new PspWebhooks(new WebhookSignature(SECRET, clock)).read(body, action, id, timestamp, signature);
        webhooks.add(said.orElseThrow());
        exchange.sendResponseHeaders(202, -1);
        exchange.close();
    }

    private static boolean isBilling(Instruction instruction) {
        return instruction.operation().provider() == Channel.CARRIER;
    }
}
