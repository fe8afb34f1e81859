package io.caravan.channel;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.caravan.core.dialect.Answer;
import io.caravan.core.notice.Channel;
import io.caravan.core.paymentinvoice.BankReport;
import io.caravan.core.paymentinvoice.BankReport.BankRefusal;
import java.io.IOException;
import java.util.Objects;
import java.util.Optional;

/** What a bank says of its own accord, by webhooks. */
public final class BankWebhooks {

    private final ObjectMapper json = PspWire.mapper();
    private final WebhookSignature signature;

    public BankWebhooks(WebhookSignature signature) {
        this.signature = signature;
    }

    /**
     * What was said; empty if it was not the bank that said it, or not now.
     *
     * @param action the last part of the path: {@code transfer} or {@code refusal}
     * @param id of the webhook, as are timestamp and signatures
     */
    public Optional<BankReport> read(byte[] body, String action, String id, String timestamp, String signatures) {
        return signature.isGenuine(id, timestamp, signatures, body)
                ? Optional.of(report(Objects.requireNonNullElse(action, ""), body))
                : Optional.empty();
    }

    /** It was heard; what became of it is nothing to its sender. */
    public Answer showHeard() {
        return Answer.empty(202);
    }

    private BankReport report(String action, byte[] body) {
        try {
            return switch (action) {
                case "transfer" ->
                    BankTransfers.report(
                            Channel.BANK.text(), Objects.requireNonNull(json.readValue(body, BankWire.Transfer.class)));
                case "refusal" -> refusal(Objects.requireNonNull(json.readValue(body, BankWire.Refusal.class)));
                default -> BankReport.unreadable("an action that nobody knows");
            };
        } catch (IOException | NullPointerException e) {
            return BankReport.unreadable(action + ", unreadable or incomplete");
        }
    }

    private static BankReport refusal(BankWire.Refusal said) {
        return said.reference() == null
                ? BankReport.unreadable("a refusal of nothing")
                : new BankReport(
                        Optional.empty(),
                        Optional.of(new BankRefusal(
                                said.reference(), Objects.requireNonNullElse(said.reason(), "provider_error"))),
                        "a refusal of " + said.reference());
    }
}
