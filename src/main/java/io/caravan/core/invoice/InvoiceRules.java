package io.caravan.core.invoice;

import io.caravan.core.merchant.Issuer;
import io.caravan.core.payer.Payer;
import io.caravan.core.problem.Problem;
import io.caravan.core.problem.ProblemCode;
import java.time.LocalDate;
import java.util.Optional;

/**
 * The rules a draft obeys before it becomes an invoice, in the order in which they are told. Uniqueness and the daily
 * limit come after these and are kept by the store.
 */
public final class InvoiceRules {

    /** How far ahead a due date may be. */
    static final int FARTHEST_DUE_DAYS = 400;

    private final InvoiceLimits limits;

    public InvoiceRules(InvoiceLimits limits) {
        this.limits = limits;
    }

    /** Invoices to one payer on one day. */
    public int dailyLimit() {
        return limits.daily();
    }

    /**
     * Refuses an issuer that cannot send invoices.
     *
     * @throws Problem ISSUER_UNKNOWN, ISSUER_NOT_ENABLED or ISSUER_WITHOUT_ACCOUNT
     */
    public void checkIssuer(InvoiceDraft draft, Optional<Issuer> issuer) {
        var found = issuer.orElseThrow(() -> Problem.of(ProblemCode.ISSUER_UNKNOWN, draft.issuer()));
        if (found.status() != Issuer.Status.ENABLED) {
            throw Problem.of(ProblemCode.ISSUER_NOT_ENABLED, draft.issuer());
        }
        if (!found.payoutAccount()) {
            throw Problem.of(ProblemCode.ISSUER_WITHOUT_ACCOUNT, draft.issuer());
        }
    }

    /**
     * Refuses a payer whom an invoice cannot reach.
     *
     * @throws Problem PAYER_UNKNOWN or PAYER_UNAVAILABLE
     */
    public void checkPayer(Optional<Payer> payer) {
        var found = payer.orElseThrow(() -> Problem.of(ProblemCode.PAYER_UNKNOWN, "payer"));
        if (found.blocked()) {
            throw Problem.of(ProblemCode.PAYER_UNAVAILABLE, "payer");
        }
    }

    /**
     * The rules that need only the draft and the date.
     *
     * @param today in the merchant's zone
     * @throws Problem DUE_DATE_PASSED, DUE_DATE_TOO_FAR, ISSUE_DATE_IN_FUTURE, AMOUNT_NOT_POSITIVE or AMOUNT_TOO_LARGE
     */
    public void checkContent(InvoiceDraft draft, LocalDate today) {
        if (draft.dueDate().isBefore(today)) {
            throw Problem.of(ProblemCode.DUE_DATE_PASSED, "DueDate");
        }
        if (draft.dueDate().isAfter(today.plusDays(FARTHEST_DUE_DAYS))) {
            throw Problem.of(ProblemCode.DUE_DATE_TOO_FAR, "DueDate");
        }
        if (draft.document().issueDate().filter(issued -> issued.isAfter(today)).isPresent()) {
            throw Problem.of(ProblemCode.ISSUE_DATE_IN_FUTURE, "IssueDate");
        }
        if (!draft.total().isPositive()) {
            throw Problem.of(ProblemCode.AMOUNT_NOT_POSITIVE, "TotalAmount");
        }
        var largest = limits.largest(draft.total().currency());
        if (largest.filter(limit -> draft.total().isMoreThan(limit)).isPresent()) {
            throw Problem.of(ProblemCode.AMOUNT_TOO_LARGE, "TotalAmount");
        }
    }
}
