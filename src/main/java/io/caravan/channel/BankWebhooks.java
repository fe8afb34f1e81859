package io.caravan.channel;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.caravan.core.dialect.Answer;
import io.caravan.core.paymentinvoice.BankReport;
import io.caravan.core.paymentinvoice.BankReport.BankRefusal;
import java.io.IOException;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;

/** What banks say of their own accord, by webhooks. */
public final class BankWebhooks {

    private final ObjectMapper json = PspWire.mapper();
    private final BankMapping mapping = new BankMapping();
    private final Function<String, Optional<WebhookSignature>> signatures;

    /** @param signatures of each bank by its name; whoever has none is not believed */
    public BankWebhooks(Function<String, Optional<WebhookSignature>> signatures) {
        this.signatures = signatures;
    }

    /**
     * What was said; empty if it was not this bank that said it, or not now.
     *
     * @param bank its name; it speaks for no other
     * @param action the last part of the path: {@code transfer} or {@code refusal}
     * @param id of the webhook, as are timestamp and signature
     * @param fields where what we understand stands in its words, as {@link BankMapping} has it; null if it speaks ours
     */
    public Optional<BankReport> read(
            String bank, byte[] body, String action, String id, String timestamp, String signature, String fields) {
        return signatures
                .apply(bank)
                .filter(known -> known.isGenuine(id, timestamp, signature, body))
                .map(known -> report(
                        bank,
                        Objects.requireNonNullElse(action, ""),
                        fields == null ? body : mapping.json(body, fields)));
    }

    /** It was heard; what became of it is nothing to its sender. */
    public Answer showHeard() {
        return Answer.empty(202);
    }

    private BankReport report(String bank, String action, byte[] body) {
        try {
            return switch (action) {
                case "transfer" ->
                    BankTransfers.report(bank, Objects.requireNonNull(json.readValue(body, BankWire.Transfer.class)));
                case "refusal" -> refusal(bank, Objects.requireNonNull(json.readValue(body, BankWire.Refusal.class)));
                default -> BankReport.unreadable("an action that nobody knows");
            };
        } catch (IOException | NullPointerException e) {
            return BankReport.unreadable(action + ", unreadable or incomplete");
        }
    }

    private static BankReport refusal(String bank, BankWire.Refusal said) {
        return said.reference() == null
                ? BankReport.unreadable("a refusal of nothing")
                : new BankReport(
                        Optional.empty(),
                        Optional.of(new BankRefusal(
                                bank, said.reference(), Objects.requireNonNullElse(said.reason(), "provider_error"))),
                        "a refusal of " + said.reference());
    }
}
