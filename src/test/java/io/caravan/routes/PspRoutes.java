package io.caravan.routes;

import io.caravan.PaymentWorld;
import io.caravan.camel.ListParts;
import io.caravan.camel.OneAttempt;
import io.caravan.camel.ProviderThreads;
import io.caravan.camel.RelayBell;
import io.caravan.channel.Carrier;
import io.caravan.channel.CarrierAccount;
import io.caravan.channel.CarrierLists;
import io.caravan.channel.Psp;
import io.caravan.channel.PspLists;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;
import org.apache.camel.CamelContext;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.builder.AdviceWith;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.support.PluginHelper;
import org.apache.camel.support.ResourceHelper;

/** The real routes of the card acquirer with real use cases behind them, and nothing else of the service. */
final class PspRoutes implements AutoCloseable {

    static final Duration RESPONSE_TIMEOUT = Duration.ofSeconds(3);
    static final Duration DEADLINE = Duration.ofSeconds(4);

    final CamelContext camel = new DefaultCamelContext();
    final ProducerTemplate producer;
    private final OneAttempt oneAttempt = new OneAttempt(DEADLINE);

    /** @param more beans beside those of the card acquirer, or instead of them, by name */
    PspRoutes(PaymentWorld world, String acquirer, Map<String, Object> more, String... files) throws Exception {
        var settings = new Properties();
        settings.setProperty("caravan.channel.psp.url", acquirer);
        settings.setProperty("caravan.channel.psp.connect-timeout", "500");
        settings.setProperty("caravan.channel.psp.response-timeout", Long.toString(RESPONSE_TIMEOUT.toMillis()));
        settings.setProperty("caravan.channel.carrier.url", acquirer + "/mock/carrier");
        settings.setProperty("caravan.channel.carrier.connect-timeout", "500");
        settings.setProperty("caravan.channel.carrier.response-timeout", Long.toString(RESPONSE_TIMEOUT.toMillis()));
        camel.getPropertiesComponent().setInitialProperties(settings);
        var beans = new HashMap<String, Object>();
        beans.put("psp", new Psp());
        beans.put("oneAttempt", oneAttempt);
        beans.put("carrier", new Carrier(new CarrierAccount("us", "14001", "2002", Duration.ofMinutes(5))));
        beans.put("listParts", new ListParts());
        beans.put("carrierLists", new CarrierLists());
        beans.put("oneBillingAttempt", oneAttempt);
        beans.put("startBilling", world.startBilling);
        beans.put("showBilling", world.showBilling);
        beans.put("preparePin", world.preparePin);
        beans.put("sendOperation", world.sendOperation);
        beans.put("settleOperation", world.settleOperation);
        beans.put("chaseOperations", world.chaseOperations);
        beans.put("resendOperation", world.resendOperation);
        beans.put("startPayment", world.startPayment);
        beans.put("scheduleInvoice", world.scheduleInvoice);
        beans.put("duePayments", world.payScheduled);
        beans.put("showPayment", world.showPayment);
        beans.put("rejectInvoice", world.rejectInvoice);
        beans.put("noteAcceptance", world.noteAcceptance);
        beans.put("noteRejection", world.noteRejection);
        beans.put("operationBell", new RelayBell(camel.createProducerTemplate(), "seda:operation-bell"));
        beans.put("takeUnsent", world.takeUnsent);
        beans.put("startSession", world.startSession);
        beans.put("askAboutSession", world.askAboutSession);
        beans.put("findOperation", world.findOperation);
        beans.put("providerThreads", new ProviderThreads(5));
        beans.put("pspLists", new PspLists());
        beans.put("beginReconciliation", world.beginReconciliation);
        beans.put("compareList", world.compareList);
        beans.put("finishReconciliation", world.finishReconciliation);
        beans.putAll(more);
        beans.forEach(camel.getRegistry()::bind);
        camel.getRestConfiguration().setInlineRoutes(false);
        load("config/caller-decides");
        load("channel/psp");
        load("channel/psp-list");
        load("workflow/operations");
        load("workflow/sessions");
        load("job/reconcile");
        AdviceWith.adviceWith(camel, "send-operations", route -> route.replaceFromWith("direct:send-operations"));
        AdviceWith.adviceWith(camel, "job-reconcile", route -> route.replaceFromWith("direct:job-reconcile"));
        for (var file : files) {
            load(file);
        }
        camel.start();
        producer = camel.createProducerTemplate();
    }

    private void load(String file) throws Exception {
        PluginHelper.getRoutesLoader(camel)
                .loadRoutes(ResourceHelper.resolveMandatoryResource(camel, "file:routes/" + file + ".camel.yaml"));
    }

    @Override
    public void close() {
        camel.stop();
        oneAttempt.close();
    }
}
