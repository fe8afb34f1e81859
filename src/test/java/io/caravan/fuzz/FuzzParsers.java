package io.caravan.fuzz;

import io.caravan.camel.rules.RouteFile;
import io.caravan.camel.rules.RouteRules;
import io.caravan.channel.BankStatements;
import io.caravan.channel.BankWebhooks;
import io.caravan.channel.BasicCredential;
import io.caravan.channel.CarrierLists;
import io.caravan.channel.CarrierWebhooks;
import io.caravan.channel.ProviderDoor;
import io.caravan.channel.PspLists;
import io.caravan.channel.PspWebhooks;
import io.caravan.channel.SmsCallbacks;
import io.caravan.channel.SmsMapping;
import io.caravan.channel.WebhookSignature;
import io.caravan.core.problem.InvalidInput;
import io.caravan.core.template.Template;
import io.caravan.ops.setup.SetupReader;
import io.caravan.support.SignedWebhook;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** What reads texts that others wrote, by name, each with texts that it reads and the refusals that are its own. */
final class FuzzParsers {

    private static final Instant NOW = Instant.parse("2026-03-12T11:00:00Z");

    /** Reads a text, and whatever it means. */
    interface Reading {

        void read(String text) throws Exception;
    }

    /**
     * A parser.
     *
     * @param refusals what it throws when it refuses a text; anything else is a fault
     */
    record Parser(String name, List<String> seeds, Set<Class<? extends Exception>> refusals, Reading reading) {

        /** How much longer it takes than others: a schema is slow. */
        int effort() {
            return name.equals("route-file") ? 10 : 1;
        }

        /** What is wrong with it; empty if it reads this text, or refuses it properly. */
        Optional<Throwable> fault(String text) {
            try {
                reading.read(text);
                return Optional.empty();
            } catch (Exception | AssertionError | StackOverflowError | OutOfMemoryError e) {
                return refusals.stream().anyMatch(refusal -> refusal.isInstance(e)) ? Optional.empty() : Optional.of(e);
            }
        }

        @Override
        public String toString() {
            return name;
        }
    }

    private final Map<String, Parser> parsers = new TreeMap<>();

    FuzzParsers() {
        add(
                "bank-statement",
                "{'transfers':[" + transfer() + "],'refunds':[{'id':'7d0c7a70-4a55-4a02-a1a5-6f2f0a1c5b3e',"
                        + "'bankId':'ref_1','payment':'p','amount':1.00,'currency':'EUR','status':'done'}],'next':'b'}",
                bytes -> {
                    var read = new BankStatements().read(200, bytes, "a");
                    read.reports().forEach(report -> FuzzAnswers.storable(report.words()));
                },
                IllegalStateException.class);
        add(
                "psp-list",
                "{'operations':[{'id':'ch_1','idempotencyKey':'k','reference':'r','amount':100,'currency':'DKK',"
                        + "'kind':'charge','status':'succeeded'}],'next':'b'}",
                bytes -> new PspLists().read(200, bytes, "a"),
                IllegalStateException.class);
        add(
                "carrier-list",
                "{'transactions':[{'id':'crr_1','transactionId':'t','correlationId':'c','price':-10.00,"
                        + "'currency':'NOK','statusCode':'Ok','detailedStatusCode':'Delivered','billed':true}],'next':'b'}",
                bytes -> new CarrierLists().read(200, bytes, "a"),
                IllegalStateException.class);
        addWebhooks();
        addSetupAndRoutes();
        addTemplates();
        FuzzAnswers.all().forEach(parser -> parsers.put(parser.name(), parser));
    }

    List<Parser> all() {
        return List.copyOf(parsers.values());
    }

    Parser named(String name) {
        return parsers.get(name);
    }

    private void addWebhooks() {
        var clock = Clock.fixed(NOW, ZoneOffset.UTC);
        var psp = new PspWebhooks(new WebhookSignature(SignedWebhook.SECRET, clock));
        webhook(
                "psp-webhook",
                SignedWebhook.SECRET,
                "{'id':'ch_1','key':'7d0c7a70-4a55-4a02-a1a5-6f2f0a1c5b3e',"
                        + "'reference':'r','amount':100,'currency':'DKK','status':'succeeded','kind':'charge'}",
                signed -> psp.read(signed.body(), "charged", signed.id(), signed.timestamp(), signed.signature())
                        .map(heard -> FuzzAnswers.storable(heard.words()))
                        .orElseThrow());
        var carrier = new CarrierWebhooks(new WebhookSignature(SignedWebhook.CARRIER_SECRET, clock));
        webhook(
                "carrier-webhook",
                SignedWebhook.CARRIER_SECRET,
                "{'id':'crr_1','transactionId':"
                        + "'7d0c7a70-4a55-4a02-a1a5-6f2f0a1c5b3e','correlationId':'c','price':10.00,'currency':'NOK',"
                        + "'statusCode':'Ok','detailedStatusCode':'Delivered','billed':true}",
                signed -> carrier.read(signed.body(), "charged", signed.id(), signed.timestamp(), signed.signature())
                        .map(heard -> FuzzAnswers.storable(heard.words()))
                        .orElseThrow());
        var bank = new BankWebhooks(name -> Optional.of(new WebhookSignature(SignedWebhook.BANK_SECRET, clock)));
        for (var action : List.of("transfer", "refusal", "unheard-of")) {
            webhook("bank-webhook-" + action, SignedWebhook.BANK_SECRET, transfer(), signed -> bank.read(
                            "bank", signed.body(), action, signed.id(), signed.timestamp(), signed.signature(), null)
                    .map(heard -> FuzzAnswers.storable(heard.words()))
                    .orElseThrow());
        }
        var sms = new SmsCallbacks(
                new WebhookSignature(SignedWebhook.SMS_SECRET, clock),
                new BasicCredential("gateway", ""),
                new ProviderDoor());
        for (var action : List.of("report", "inbound")) {
            webhook(
                    "sms-" + action,
                    SignedWebhook.SMS_SECRET,
                    "{'id':'m','refId':'7d0c7a70-4a55-4a02-a1a5-6f2f0a1c5b3e',"
                            + "'reference':'71b5f99a-0585-57a6-ac93-f2c0344bb67d','status':'Delivered','resultCode':1005,"
                            + "'source':'+4577007700','destination':'2002','content':{'text':'STOP','type':'TEXT'},"
                            + "'operator':'o','resultDescription':'d'}",
                    signed -> sms.answer(sms.read(
                            signed.body(), action, signed.id(), signed.timestamp(), signed.signature(), null)));
        }
    }

    private void addSetupAndRoutes() {
        var setup = new SetupReader(text -> text, 16);
        var example = file(Path.of("docs/examples/setup.json"));
        parsers.put(
                "setup",
                new Parser(
                        "setup",
                        List.of(example),
                        Set.of(InvalidInput.class),
                        text -> setup.read(text.getBytes(StandardCharsets.UTF_8))));
        var files = List.of(
                "routes/job/reconcile-bank.camel.yaml",
                "routes/channel/sms.camel.yaml",
                "routes/api/psp-callback.camel.yaml");
        parsers.put(
                "route-file",
                new Parser(
                        "route-file",
                        files.stream().map(Path::of).map(FuzzParsers::file).toList(),
                        Set.of(),
                        FuzzParsers::readRoutes));
    }

    /** What is no YAML at all is refused by any exception, as the check of files has it; rules refuse by findings. */
    private static void readRoutes(String text) {
        RouteFile file;
        try {
            file = RouteFile.of(Path.of("routes/job/fuzz.camel.yaml"), text);
        } catch (RuntimeException e) {
            return;
        }
        RouteRules.ofOneFile().forEach((name, rule) -> rule.findings(List.of(file)));
    }

    private void addTemplates() {
        parsers.put(
                "template",
                new Parser(
                        "template",
                        List.of(
                                "https://shop.example/{invoice}/{{x}}?ref={reference}&to={merchant}",
                                "{",
                                "Hello {name}, {amount}"),
                        Set.of(IllegalArgumentException.class),
                        text -> {
                            var template = Template.of(text);
                            template.text(name -> Optional.of("v"));
                            template.url(name -> Optional.of("v w"));
                            template.leavesItsOriginOpen();
                        }));
        var mapping = new SmsMapping();
        parsers.put(
                "sms-answer",
                new Parser(
                        "sms-answer",
                        List.of("{\"messages\":[{\"id\":\"m-1\",\"status\":\"ok\"}]}"),
                        Set.of(IllegalStateException.class),
                        text -> mapping.id(text, "/messages/0/id")));
    }

    interface Bytes {

        void read(byte[] bytes) throws Exception;
    }

    private interface Signed {

        void read(SignedWebhook webhook) throws Exception;
    }

    private void add(String name, String seed, Bytes reading, Class<? extends Exception> refusal) {
        parsers.put(
                name,
                new Parser(
                        name,
                        List.of(seed.replace('\'', '"')),
                        Set.of(refusal),
                        text -> reading.read(text.getBytes(StandardCharsets.UTF_8))));
    }

    /** It was signed, so it is heard, whatever it says. */
    private void webhook(String name, String secret, String seed, Signed reading) {
        parsers.put(
                name,
                new Parser(
                        name,
                        List.of(seed.replace('\'', '"')),
                        Set.of(),
                        text -> reading.read(SignedWebhook.of(secret, "msg_1", NOW.getEpochSecond(), text))));
    }

    private static String transfer() {
        return "{'id':'trf_1','reference':'RF18','amount':10.00,'currency':'EUR','sender':'A','reason':'closed'}";
    }

    private static String file(Path path) {
        try {
            return Files.readString(path);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
