package io.caravan.core.paymentinvoice;

import io.caravan.core.money.Money;
import io.caravan.core.paymentcode.CreditorReference;
import io.caravan.core.paymentcode.Fik;
import io.caravan.core.paymentcode.FinnishBarcode;
import io.caravan.core.paymentcode.FinnishReference;
import io.caravan.core.paymentcode.Iban;
import io.caravan.core.paymentcode.SepaCode;
import io.caravan.core.paymentcode.SwissCode;
import io.caravan.core.paymentcode.SwissReference;
import io.caravan.core.paymentcode.UpiLink;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** The requisites that are made here, from what is known of the account that is paid into. */
final class StaticRequisites {

    private final Service service;
    private final Money amount;
    private final PaymentReference reference;
    private final Map<String, String> made = new LinkedHashMap<>();

    StaticRequisites(Service service, Money amount, PaymentReference reference) {
        this.service = service;
        this.amount = amount;
        this.reference = reference;
    }

    Requisites make() {
        switch (service.kind()) {
            case BANK_TRANSFER -> account();
            case CARD_TRANSFER, RECEIPT -> made.putAll(service.details());
            case SEPA_QR -> sepa();
            case SWISS_QR -> swiss();
            case UPI_QR -> code("upi", upi());
            case UPI_DEEPLINK -> made.put("deeplink_url", upi());
            case FI_BARCODE -> finnish();
            case NO_KID -> kid();
            case DK_FIK -> fik();
            case CARD_PAGE -> throw new IllegalStateException("whoever pays with a card transfers nothing");
        }
        return new Requisites(made);
    }

    private void account() {
        copy("beneficiary_name");
        copy("iban");
        copy("bic");
        copy("bank_name");
    }

    private void sepa() {
        account();
        var code = new SepaCode(
                Optional.of(service.detail("bic")),
                service.detail("beneficiary_name"),
                iban(),
                amount,
                Optional.of(new CreditorReference(reference.text())),
                "");
        code("epc069-12", code.payload());
    }

    private void swiss() {
        copy("beneficiary_name");
        copy("iban");
        var creditor = new SwissCode.Creditor(
                service.detail("beneficiary_name"),
                service.detail("street"),
                service.detail("number"),
                service.detail("postcode"),
                service.detail("town"),
                service.detail("country"));
        var code = new SwissCode(
                iban(), creditor, amount, Optional.of(new SwissReference(reference.text())), Optional.empty(), "");
        code("swiss-qr", code.payload());
    }

    private String upi() {
        return new UpiLink(
                        service.detail("payee"),
                        service.detail("beneficiary_name"),
                        service.detail("merchant_code"),
                        reference.text(),
                        amount,
                        "")
                .address();
    }

    private void finnish() {
        account();
        if (service.quotesCreditorReference()) {
            var payload = FinnishBarcode.of(iban(), amount, new CreditorReference(reference.text()), Optional.empty());
            barcode("code128", "fi-virtual-5", payload);
        } else {
            var payload = FinnishBarcode.of(iban(), amount, new FinnishReference(reference.text()), Optional.empty());
            barcode("code128", "fi-virtual-4", payload);
        }
    }

    private void kid() {
        copy("beneficiary_name");
        copy("account");
        made.put("kid", reference.text());
        barcode("code128", "no-kid", reference.text());
    }

    private void fik() {
        copy("beneficiary_name");
        var fik = new Fik(reference.text(), service.detail("creditor"));
        made.put("payment_line", fik.line());
        barcode("code128", "dk-fik-71", fik.line());
    }

    private void code(String standard, String payload) {
        made.put(Requisites.QR, payload);
        made.put(Requisites.QR_STANDARD, standard);
    }

    private void barcode(String symbology, String standard, String payload) {
        made.put(Requisites.BARCODE, payload);
        made.put(Requisites.BARCODE_SYMBOLOGY, symbology);
        made.put(Requisites.BARCODE_STANDARD, standard);
    }

    private Iban iban() {
        return new Iban(service.detail("iban"));
    }

    private void copy(String name) {
        made.put(name, service.detail(name));
    }
}
