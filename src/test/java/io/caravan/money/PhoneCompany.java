package io.caravan.money;

import io.caravan.channel.Carrier;
import io.caravan.channel.CarrierAccount;
import io.caravan.core.payment.Instruction;
import io.caravan.core.payment.PinEntry;
import io.caravan.mock.MockCarrier;
import io.caravan.mock.MockFaults;
import io.caravan.mock.MockMemory;
import io.caravan.mock.MockReply;
import io.caravan.mock.MockSubscribers;
import io.caravan.mock.MockWebhooks;
import io.caravan.support.MovableClock;
import io.caravan.support.SignedWebhook;
import java.time.Duration;
import java.util.List;

/** The mock carrier without the network between it and us, and the owners of phones. */
final class PhoneCompany {

    private static final String PATH = "/mock/carrier";

    final Carrier carrier = new Carrier(new CarrierAccount("us", "14001", "2002", Duration.ofMinutes(5)));

    private final MockMemory memory;
    private final MockCarrier mock;
    private final MockSubscribers subscribers;
    private final MockWebhooks sender;

    PhoneCompany(MockMemory memory, MovableClock clock, String service) {
        this.memory = memory;
        sender = MockWebhooks.ofCarrier(
                memory, new MockFaults(memory.jdbc(), clock), clock, service, SignedWebhook.CARRIER_SECRET);
        mock = new MockCarrier(memory, sender, clock);
        subscribers = new MockSubscribers(memory, sender, clock);
    }

    MockReply tell(Instruction instruction) {
        return mock.transact(carrier.write(instruction), PATH);
    }

    MockReply ask(Instruction instruction) {
        return mock.transaction(instruction.operation().id().toString());
    }

    MockReply verify(PinEntry entry) {
        return mock.verify(entry.charge().toString(), carrier.writePin(entry), PATH);
    }

    void reply(String charge, String phone, String answer) {
        subscribers.reply(phone, charge, answer, PATH);
    }

    void goOn() {
        subscribers.act();
        sender.deliver();
    }

    /** What of these payments waits for the owner of a phone, by our ids of the charges, the oldest first. */
    List<String> waiting(List<String> payments) {
        return payments.stream()
                .flatMap(payment -> memory
                        .jdbc()
                        .sql(
                                "select transaction_id from carrier_transaction where correlation_id = ? and status = 'Sent'")
                        .param(payment)
                        .query(String.class)
                        .list()
                        .stream())
                .toList();
    }

    /** What it has billed and reversed for one of our payments, in minor units. */
    Acquirer.Sums sums(String payment) {
        return memory.jdbc()
                .sql(
                        """
                        select coalesce(sum(case when amount > 0 then amount end), 0) as authorized,
                            coalesce(sum(case when amount > 0 then amount end), 0) as captured,
                            coalesce(sum(case when amount < 0 then -amount end), 0) as refunded,
                            cast(0 as bigint) as cancelled
                        from carrier_transaction
                        where correlation_id = ? and billed
                        """)
                .param(payment)
                .query(Acquirer.Sums.class)
                .single();
    }
}
