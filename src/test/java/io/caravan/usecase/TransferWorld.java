package io.caravan.usecase;

import io.caravan.PaymentWorld;
import io.caravan.core.callback.CallbackPlaces;
import io.caravan.core.callback.Endpoints;
import io.caravan.core.money.Money;
import io.caravan.core.paymentinvoice.BankReport;
import io.caravan.core.paymentinvoice.Field;
import io.caravan.core.paymentinvoice.IncomingTransfer;
import io.caravan.core.paymentinvoice.PaymentInvoice;
import io.caravan.core.paymentinvoice.PaymentInvoiceDraft;
import io.caravan.core.paymentinvoice.PaymentInvoiceReport;
import io.caravan.core.paymentinvoice.PaymentInvoiceRules;
import io.caravan.core.paymentinvoice.PaymentInvoiceTerms;
import io.caravan.core.paymentinvoice.Service;
import io.caravan.core.paymentinvoice.ServiceKind;
import io.caravan.store.Database;
import io.caravan.store.JdbcActs;
import io.caravan.store.JdbcCallbackPlaces;
import io.caravan.store.JdbcEndpoints;
import io.caravan.store.JdbcPaymentInvoices;
import io.caravan.store.JdbcPaymentRequests;
import io.caravan.store.JdbcRefunds;
import io.caravan.store.JdbcServices;
import io.caravan.store.JdbcTransfers;
import io.caravan.store.TransactionalJdbc;
import io.caravan.support.TestDatabases;
import io.caravan.support.Transacted;
import io.caravan.usecase.bank.AssignTransfer;
import io.caravan.usecase.bank.HearBank;
import io.caravan.usecase.bank.ReturnTransfer;
import io.caravan.usecase.bank.TakeConfirmations;
import io.caravan.usecase.bank.TakeUnasked;
import io.caravan.usecase.paymentinvoice.ConfirmPaymentInvoice;
import io.caravan.usecase.paymentinvoice.CreatePaymentInvoice;
import io.caravan.usecase.paymentinvoice.FindPaymentInvoice;
import io.caravan.usecase.paymentinvoice.RequestRefund;
import io.caravan.usecase.paymentrequest.ExpirePayments;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;

/** A merchant that shows its payers where to transfer money to, and a bank that reports what has come. */
final class TransferWorld {

    static final Currency EUR = Currency.getInstance("EUR");

    private static final String CODE = "bank_transfer_eur_invoice";
    private static final String OF_OTHER_BANK = "other_transfer_eur_invoice";
    private static final Field NUMBER = new Field("confirm_number", true, "^.{1,100}$");

    final PaymentWorld world;
    final DataSource dataSource;
    final JdbcPaymentInvoices invoices;
    final JdbcTransfers transfers;
    final CreatePaymentInvoice create;
    final FindPaymentInvoice find;
    final ConfirmPaymentInvoice confirm;
    final HearBank hearBank;
    final AssignTransfer assign;
    final ReturnTransfer giveBack;
    final RequestRefund requestRefund;
    final ExpirePayments expire;
    final TakeConfirmations takeConfirmations;
    final TakeUnasked takeUnasked;

    TransferWorld(Database database) {
        world = new PaymentWorld(database);
        dataSource = TestDatabases.of(database);
        var jdbc = new TransactionalJdbc(dataSource);
        var services = new JdbcServices(jdbc);
        var refunds = new JdbcRefunds(jdbc);
        Endpoints endpoints = new JdbcEndpoints(jdbc, null);
        CallbackPlaces places = new JdbcCallbackPlaces(jdbc, null);
        invoices = new JdbcPaymentInvoices(jdbc, world.businessTime, world.realTime);
        transfers = new JdbcTransfers(jdbc);
        create = around(new CreatePaymentInvoice(
                services,
                invoices,
                world.payments,
                world.events,
                places,
                new PaymentInvoiceRules(Duration.ofDays(3)),
                world.businessTime));
        find = around(new FindPaymentInvoice(invoices, services, world.payments, world.events, refunds, endpoints));
        confirm = around(new ConfirmPaymentInvoice(
                invoices,
                services,
                world.payments,
                world.events,
                refunds,
                endpoints,
                world.businessTime,
                world.realTime));
        hearBank = around(new HearBank(
                invoices, services, world.payments, transfers, world.events, world.alarms, world.businessTime));
        assign = around(new AssignTransfer(
                invoices,
                world.payments,
                transfers,
                world.events,
                new JdbcActs(jdbc),
                world.businessTime,
                world.realTime));
        giveBack = around(new ReturnTransfer(transfers, new JdbcActs(jdbc), world.realTime));
        requestRefund = around(new RequestRefund(invoices, world.payments, refunds, world.businessTime));
        expire = around(new ExpirePayments(
                new JdbcPaymentRequests(jdbc, null), world.payments, world.events, world.businessTime));
        takeConfirmations = around(new TakeConfirmations(invoices, services, world.payments, world.realTime));
        takeUnasked =
                around(new TakeUnasked(invoices, services, world.payments, Duration.ofMinutes(10), world.realTime));
        Transacted.run(dataSource, () -> {
            services.put(service(CODE, "bank"));
            services.put(service(OF_OTHER_BANK, "other"));
        });
    }

    <T> T around(T useCase) {
        return Transacted.around(dataSource, useCase);
    }

    private static Service service(String code, String provider) {
        return new Service(
                code,
                "bank_transfer",
                Optional.empty(),
                ServiceKind.BANK_TRANSFER,
                EUR,
                new Money(1, EUR),
                new Money(100_000, EUR),
                List.of(),
                List.of(NUMBER),
                true,
                provider,
                false,
                Map.of(
                        "beneficiary_name", "Example Merchant Ltd",
                        "iban", "DE89370400440532013000",
                        "bic", "COBADEFFXXX",
                        "bank_name", "Example Bank"));
    }

    PaymentInvoiceDraft draft(Optional<String> reference, String hash) {
        return draft(reference, hash, CODE);
    }

    private PaymentInvoiceDraft draft(Optional<String> reference, String hash, String service) {
        return new PaymentInvoiceDraft(
                world.merchant,
                "coma_" + world.merchant,
                reference,
                new BigDecimal("12.34"),
                "EUR",
                Optional.of(service),
                true,
                Optional.empty(),
                new PaymentInvoiceTerms(
                        Optional.empty(),
                        Optional.empty(),
                        Map.of(),
                        Optional.empty(),
                        Map.of(),
                        Optional.empty(),
                        Optional.empty()),
                hash.repeat(64));
    }

    /** Over 12.34 EUR. */
    PaymentInvoice created() {
        return create.create(draft(Optional.empty(), "a")).invoice();
    }

    /** By a service of another bank, which is called {@code other}. */
    PaymentInvoice createdAtOtherBank() {
        return create.create(draft(Optional.empty(), "a", OF_OTHER_BANK)).invoice();
    }

    PaymentInvoiceReport report(PaymentInvoice invoice) {
        return find.find(world.merchant, invoice.id());
    }

    String status(PaymentInvoice invoice) {
        return report(invoice).status().text();
    }

    static BankReport transfer(String id, String reference, long cents) {
        return transfer(id, reference, new Money(cents, EUR));
    }

    static BankReport transfer(String id, String reference, Money amount) {
        return transfer("bank", id, reference, amount);
    }

    static BankReport transfer(String provider, String id, String reference, Money amount) {
        return new BankReport(
                Optional.of(new IncomingTransfer(provider, id, reference, amount, "Payer")), Optional.empty(), id);
    }

    static String newId() {
        return "trf_" + UUID.randomUUID();
    }

    /** Why the transfer waits for a person; empty if it does not. */
    Optional<String> why(String id) {
        return world
                .jdbc
                .queryForList(
                        "select why from incoming_transfer where id = ? and state = 'UNMATCHED'", String.class, id)
                .stream()
                .findFirst();
    }
}
