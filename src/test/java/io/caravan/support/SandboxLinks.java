package io.caravan.support;

import io.caravan.core.dialect.Answer;
import io.caravan.core.invoice.InvoiceId;
import io.caravan.core.invoice.InvoiceRequest;
import io.caravan.core.merchant.IssuerId;
import io.caravan.core.merchant.MerchantId;
import io.caravan.core.merchant.Merchants;
import io.caravan.usecase.CreateInvoice;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Links of the Danish sandbox merchant, made inside the service. */
public final class SandboxLinks {

    public static final String ISSUER = "6bb6aff1-b88b-455a-a0ad-c4d1fec2e5d7";

    private SandboxLinks() {}

    /** A link that nobody has opened yet, due in a week. */
    public static String aLink(Sandbox sandbox) {
        var context = sandbox.context();
        var merchant = new TransactionTemplate(context.getBean(PlatformTransactionManager.class))
                .execute(status -> context.getBean(Merchants.class)
                        .find(MerchantId.parse(MerchantClient.MERCHANT).orElseThrow())
                        .orElseThrow());
        var draft = Fixtures.aDraft()
                .asLink()
                .from(IssuerId.parse(ISSUER).orElseThrow())
                .numbered("link-" + UUID.randomUUID())
                .dueOn(LocalDate.now(ZoneId.of("Europe/Copenhagen")).plusDays(7))
                .build();
        var id = new AtomicReference<InvoiceId>();
        context.getBean(CreateInvoice.class).create(new InvoiceRequest(merchant, draft, Optional.empty(), invoice -> {
            id.set(invoice.id());
            return Answer.empty(202);
        }));
        return id.get().toString();
    }
}
