package io.caravan.usecase.batch;

import io.caravan.core.invoice.Delivery;
import io.caravan.core.invoice.Invoice;
import io.caravan.core.invoice.InvoiceId;
import io.caravan.core.invoice.InvoiceRules;
import io.caravan.core.invoice.Invoices;
import io.caravan.core.merchant.Issuer;
import io.caravan.core.merchant.Merchant;
import io.caravan.core.merchant.Merchants;
import io.caravan.core.payer.Payer;
import io.caravan.core.payer.Payers;
import io.caravan.core.payer.Phone;
import io.caravan.core.problem.Problem;
import io.caravan.core.problem.ProblemCode;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The rules that need stored data, for many items at once: as many questions for two hundred as for one. */
final class ItemRules {

    private final Merchants merchants;
    private final Payers payers;
    private final Invoices invoices;
    private final InvoiceRules rules;

    ItemRules(Merchants merchants, Payers payers, Invoices invoices, InvoiceRules rules) {
        this.merchants = merchants;
        this.payers = payers;
        this.invoices = invoices;
        this.rules = rules;
    }

    /** The first rule that each item breaks. Items without a problem count for their payers' day. */
    Map<InvoiceId, ProblemCode> problems(Merchant merchant, List<Invoice> items, LocalDate today) {
        var problems = new HashMap<InvoiceId, ProblemCode>();
        findStrangers(merchant, items, problems);
        findEqual(merchant, without(items, problems), problems);
        findTooMany(merchant, without(items, problems), today, problems);
        return problems;
    }

    private void findStrangers(Merchant merchant, List<Invoice> items, Map<InvoiceId, ProblemCode> problems) {
        var issuers = merchants.issuers(merchant.id()).stream().collect(Collectors.toMap(Issuer::id, issuer -> issuer));
        var asked = items.stream().flatMap(item -> phone(item).stream()).collect(Collectors.toSet());
        var known = payers.find(asked).stream().collect(Collectors.toMap(Payer::phone, Function.identity()));
        for (var item : items) {
            var draft = item.draft();
            try {
                rules.checkIssuer(draft, Optional.ofNullable(issuers.get(draft.issuer())));
                if (draft.delivery() == Delivery.DIRECT) {
                    rules.checkPayer(phone(item).map(known::get));
                }
            } catch (Problem problem) {
                problems.put(item.id(), problem.code());
            }
        }
    }

    private void findEqual(Merchant merchant, List<Invoice> items, Map<InvoiceId, ProblemCode> problems) {
        var exist = invoices.exist(items.stream()
                .map(item -> item.draft().fingerprint(merchant.id()))
                .toList());
        for (int i = 0; i < items.size(); i++) {
            if (exist.get(i)) {
                problems.put(items.get(i).id(), ProblemCode.INVOICE_EXISTS);
            }
        }
    }

    private void findTooMany(
            Merchant merchant, List<Invoice> items, LocalDate today, Map<InvoiceId, ProblemCode> problems) {
        var counted = items.stream().filter(item -> phone(item).isPresent()).toList();
        var phones = counted.stream().map(item -> phone(item).orElseThrow()).toList();
        var within = invoices.countDaily(merchant.id(), phones, today, rules.dailyLimit());
        for (int i = 0; i < counted.size(); i++) {
            if (!within.get(i)) {
                problems.put(counted.get(i).id(), ProblemCode.DAILY_LIMIT_REACHED);
            }
        }
    }

    private static Optional<Phone> phone(Invoice item) {
        return item.draft().phone();
    }

    private static List<Invoice> without(List<Invoice> items, Map<InvoiceId, ProblemCode> problems) {
        return items.stream().filter(item -> !problems.containsKey(item.id())).toList();
    }
}
