package io.caravan.channel;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.caravan.core.paymentinvoice.BankQuestion;
import io.caravan.core.paymentinvoice.BankReport;
import io.caravan.core.paymentinvoice.Field;
import io.caravan.core.paymentinvoice.GivenConfirmation;
import io.caravan.core.paymentinvoice.Requisites;
import io.caravan.core.problem.Busy;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What a bank is told and asked of payments that are expected, and what it answers. */
public final class BankDesk {

    private static final Logger LOG = LoggerFactory.getLogger(BankDesk.class);
    private static final Duration LATER = Duration.ofSeconds(5);
    private static final int MOST = 20;
    private static final int LONGEST = 1000;

    /** Characters of JSON, which is how they are stored. */
    private static final int LARGEST = 7000;

    private final ObjectMapper json = PspWire.mapper();

    /** The question where its payer can pay to. */
    public String writeExpected(BankQuestion question) {
        var invoice = question.invoice();
        var amount = question.payment().amount();
        return write(new BankWire.Expected(
                invoice.payment().toString(),
                question.service().code(),
                invoice.reference().text(),
                amount.amount(),
                amount.currency().getCurrencyCode(),
                invoice.expiresAt().getEpochSecond(),
                invoice.testMode(),
                declared(question)));
    }

    /** What the merchant has said for the fields that the service declares. */
    private static Map<String, String> declared(BankQuestion question) {
        var given = question.invoice().terms().fields();
        var declared = new LinkedHashMap<String, String>();
        question.service().fields().stream()
                .map(Field::key)
                .filter(given::containsKey)
                .forEach(key -> declared.put(key, given.get(key)));
        return declared;
    }

    /**
     * What the payer has to know.
     *
     * @throws Busy if the bank does not say it
     */
    public Requisites readRequisites(BankQuestion question, int status, byte[] body) {
        try {
            var said = status == 200 || status == 201 ? json.readValue(body, BankWire.Account.class) : null;
            if (said != null
                    && isUsable(said)
                    && said.reference().equals(question.invoice().reference().text())) {
                return new Requisites(said.requisites());
            }
        } catch (IOException e) {
            // the same as an answer that cannot be used
        }
        throw refused("has no requisites", question, "status " + status);
    }

    /** @throws Busy always: without a route to the provider of the service nobody can pay */
    public Requisites missing(BankQuestion question) {
        LOG.error(
                "No route leads to the provider {} of the service {}: direct:channel-{}-requisites",
                question.service().provider(),
                question.service().code(),
                question.service().provider());
        throw new Busy(LATER);
    }

    /** @throws Busy always: without an answer nobody can pay */
    public Requisites silence(BankQuestion question, Exception reason) {
        throw refused("does not answer", question, reason.getClass().getSimpleName());
    }

    /** What the payer says. */
    public String writeConfirmed(BankQuestion question) {
        var amount = question.payment().amount();
        return write(new BankWire.Confirmed(
                question.invoice().payment().toString(),
                question.invoice().reference().text(),
                amount.amount(),
                amount.currency().getCurrencyCode(),
                question.invoice().confirmation().map(GivenConfirmation::values).orElse(Map.of())));
    }

    /** @throws Busy unless the bank has taken what it was told */
    public void insistTaken(BankQuestion question, int status) {
        if (status < 200 || status >= 300) {
            throw refused("does not take a confirmation", question, "status " + status);
        }
    }

    /** The query by which the bank is asked what has come. */
    public String query(BankQuestion question) {
        return "reference=" + URLEncoder.encode(question.invoice().reference().text(), StandardCharsets.UTF_8);
    }

    /**
     * What has come.
     *
     * @throws Busy if the bank does not say it
     */
    public List<BankReport> readTransfers(BankQuestion question, int status, byte[] body) {
        try {
            var said = status == 200 ? json.readValue(body, BankWire.Found.class) : null;
            if (said != null && said.transfers() != null) {
                return said.transfers().stream()
                        .limit(LONGEST)
                        .map(transfer -> BankTransfers.report(question.service().provider(), transfer))
                        .toList();
            }
        } catch (IOException e) {
            // the same as an answer that cannot be used
        }
        throw refused("does not say what has come", question, "status " + status);
    }

    private boolean isUsable(BankWire.Account said) throws IOException {
        return said.reference() != null
                && said.requisites() != null
                && !said.requisites().isEmpty()
                && said.requisites().size() <= MOST
                && said.requisites().values().stream().allMatch(text -> text != null && text.length() <= LONGEST)
                && json.writeValueAsString(said.requisites()).length() <= LARGEST;
    }

    private static Busy refused(String what, BankQuestion question, String why) {
        LOG.warn(
                "The provider {} {} for payment {}: {}",
                question.service().provider(),
                what,
                question.invoice().payment(),
                why);
        return new Busy(LATER);
    }

    private String write(Object value) {
        try {
            return json.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
