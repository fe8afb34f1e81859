package io.caravan.channel;

import io.caravan.core.money.Money;
import io.caravan.core.paymentinvoice.BankReport;
import io.caravan.core.paymentinvoice.IncomingTransfer;
import java.util.Currency;
import java.util.Objects;
import java.util.Optional;

/** Money that a bank says has come. */
final class BankTransfers {

    private static final int LONGEST = 255;

    private BankTransfers() {}

    /** What it means; nothing that can be understood, if it is not complete. */
    static BankReport report(String provider, BankWire.Transfer said) {
        var words =
                "transfer " + said.id() + " of " + said.amount() + " " + said.currency() + " for " + said.reference();
        if (!PspWire.isId(said.id()) || said.amount() == null || said.currency() == null) {
            return BankReport.unreadable(words);
        }
        try {
            var transfer = new IncomingTransfer(
                    provider,
                    said.id(),
                    text(said.reference()),
                    Money.of(said.amount(), Currency.getInstance(said.currency())),
                    text(said.sender()));
            return new BankReport(Optional.of(transfer), Optional.empty(), words);
        } catch (IllegalArgumentException | ArithmeticException e) {
            return BankReport.unreadable(words);
        }
    }

    private static String text(String said) {
        var text = Objects.requireNonNullElse(said, "").replace("\0", "");
        return text.length() > LONGEST ? text.substring(0, LONGEST) : text;
    }
}
