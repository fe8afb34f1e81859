package io.caravan.fuzz;

import static io.caravan.support.Fixtures.DKK;
import static io.caravan.support.Fixtures.NOW;

import io.caravan.channel.Bank;
import io.caravan.channel.BankDesk;
import io.caravan.channel.Carrier;
import io.caravan.channel.CarrierAccount;
import io.caravan.channel.Psp;
import io.caravan.core.payment.Confirmation;
import io.caravan.core.payment.Instruction;
import io.caravan.core.payment.Operation;
import io.caravan.core.payment.OperationId;
import io.caravan.core.payment.OperationKind;
import io.caravan.core.payment.OperationState;
import io.caravan.core.payment.Outcome;
import io.caravan.core.payment.Payment;
import io.caravan.core.payment.PhoneBill;
import io.caravan.core.paymentinvoice.BankQuestion;
import io.caravan.core.paymentinvoice.PaymentInvoice;
import io.caravan.core.paymentinvoice.PaymentInvoiceId;
import io.caravan.core.paymentinvoice.PaymentInvoiceTerms;
import io.caravan.core.paymentinvoice.PaymentReference;
import io.caravan.core.paymentinvoice.Service;
import io.caravan.core.paymentinvoice.ServiceKind;
import io.caravan.core.problem.Busy;
import io.caravan.fuzz.FuzzParsers.Parser;
import io.caravan.support.Fixtures;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What reads the answer to one instruction or question, each with answers that it believes. */
final class FuzzAnswers {

    /** Longer words of a provider may have no room in an event. */
    private static final int LONGEST = 500;

    private static final Payment CARD = Payment.byStoredCard(Fixtures.anInvoice(), Fixtures.aPayer(), NOW);
    private static final Payment BILL =
            Payment.byPhoneBill(Fixtures.anInvoice(), new PhoneBill(Fixtures.aPhone(), Confirmation.PIN), NOW);

    private static final Service SERVICE = new Service(
            "test_invoice",
            "test",
            Optional.empty(),
            ServiceKind.RECEIPT,
            DKK,
            Fixtures.dkk("1.00"),
            Fixtures.dkk("9000.00"),
            List.of(),
            List.of(),
            false,
            "bank",
            true,
            Map.of());

    private interface Answer {

        Outcome read(Instruction instruction, int status, byte[] body);
    }

    private FuzzAnswers() {}

    static List<Parser> all() {
        var psp = new Psp();
        var carrier = new Carrier(new CarrierAccount("m", "s", "2002", Duration.ofMinutes(10)));
        var bank = new Bank();
        var charge = instruction(CARD, OperationKind.CHARGE);
        var refund = instruction(CARD, OperationKind.REFUND);
        var bill = instruction(BILL, OperationKind.CHARGE);
        return List.of(
                answer("psp-answer", charge, pspWords("charge", "charged"), psp::readAnswer),
                answer("psp-refund-answer", refund, pspWords("refund", "refused"), psp::readLookup),
                answer("carrier-answer", bill, carrierWords("Ok"), carrier::readAnswer),
                answer("carrier-pin-answer", bill, carrierWords("Sent"), (asked, status, body) -> carrier.readPin(
                                asked, status, body)
                        .outcome()),
                answer("bank-refund-answer", refund, refundWords(), bank::readAnswer),
                desk(
                        "bank-requisites",
                        "{'reference':'P1','requisites':{'iban':'DK50','holder':'Shop'}}",
                        body -> new BankDesk().readRequisites(question(), 200, body)),
                desk(
                        "bank-transfers",
                        "{'transfers':[{'id':'trf_1','reference':'P1','amount':360.00,'currency':'DKK','sender':'A'}]}",
                        body -> new BankDesk()
                                .readTransfers(question(), 200, body)
                                .forEach(report -> storable(report.words()))));
    }

    /**
     * An answer has one meaning or another, and is never refused. In texts {@code {operation}} and {@code {payment}} stand
     * for the ids of what was asked, so that a file means the same in each run.
     */
    private static Parser answer(String name, Instruction instruction, String seed, Answer answer) {
        return new Parser(name, List.of(seed.replace('\'', '"')), Set.of(), template -> {
            var text = template.replace(
                            "{operation}", instruction.operation().id().toString())
                    .replace("{payment}", instruction.payment().id().toString());
            for (int status : new int[] {200, 201, 402, 404, 500}) {
                var outcome = answer.read(instruction, status, text.getBytes(StandardCharsets.UTF_8));
                brief(outcome.reason().orElse(""));
                brief(outcome.providerReference().orElse(""));
            }
        });
    }

    private static Parser desk(String name, String seed, FuzzParsers.Bytes reading) {
        return new Parser(
                name,
                List.of(seed.replace('\'', '"')),
                Set.of(Busy.class),
                text -> reading.read(text.getBytes(StandardCharsets.UTF_8)));
    }

    /** The words, which PostgreSQL takes: it takes no zero byte. */
    static String storable(String words) {
        if (words.indexOf('\0') >= 0) {
            throw new AssertionError("a zero byte cannot be stored");
        }
        return words;
    }

    private static void brief(String words) {
        if (storable(words).length() > LONGEST) {
            throw new AssertionError("too long to be stored: " + words.length());
        }
    }

    private static Instruction instruction(Payment payment, OperationKind kind) {
        var operation = new Operation(
                OperationId.random(),
                payment.id(),
                payment.method().provider(),
                kind,
                payment.amount(),
                OperationState.SENT,
                1,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
        return new Instruction(operation, payment, Optional.of("ch_1"));
    }

    private static String pspWords(String kind, String status) {
        return "{'id':'ch_1','kind':'" + kind + "','status':'" + status + "','reference':'{payment}','amount':36000,"
                + "'currency':'DKK','url':'https://psp.example/p'}";
    }

    private static String carrierWords(String status) {
        return "{'id':'crr_1','transactionId':'{operation}','correlationId':'{payment}','price':360.00,'currency':'DKK',"
                + "'statusCode':'" + status + "','billed':null,'triesLeft':2}";
    }

    private static String refundWords() {
        return "{'id':'{operation}','bankId':'ref_1','transfer':'ch_1','amount':360.00,'currency':'DKK',"
                + "'status':'refused','reason':'closed'}";
    }

    private static BankQuestion question() {
        var invoice = new PaymentInvoice(
                new PaymentInvoiceId("cpi_UoIW6RdSYyIRj8vR"),
                CARD.id(),
                CARD.merchant(),
                "coma_Shop1",
                Optional.empty(),
                "",
                Optional.of(SERVICE.code()),
                true,
                new PaymentReference("P1"),
                Optional.empty(),
                Optional.empty(),
                NOW,
                Optional.empty(),
                new PaymentInvoiceTerms(
                        Optional.empty(),
                        Optional.empty(),
                        Map.of(),
                        Optional.empty(),
                        Map.of(),
                        Optional.empty(),
                        Optional.empty()));
        return new BankQuestion(invoice, SERVICE, CARD);
    }
}
