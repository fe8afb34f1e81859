package io.caravan.money;

/**
 * Something that happens, whenever it can.
 *
 * @param at picks one of those to whom it can happen, and whether something goes wrong
 */
record Happening(What what, int at) {

    enum What {
        PAYER_PAYS_BY_WALLET,
        PAYER_OPENS_PAGE,
        PAYER_PAYS_ON_PAGE,
        PAYER_LEAVES_PAGE,
        PAYER_ASKS_FOR_THE_PHONE_BILL,
        OWNER_OF_PHONE_REPLIES,
        PAYER_ENTERS_PIN,
        PAYER_CHOOSES_A_DAY,
        PAYER_REJECTS,
        MERCHANT_CANCELS,
        SOMEBODY_CLOSES_IT_BY_HAND,
        MERCHANT_REFUNDS,
        WORK_GOES_ON,
        WAITING_OPERATIONS_ARE_TAKEN,
        SILENT_OPERATIONS_ARE_CHASED,
        WEBHOOK_ARRIVES,
        DUE_PAYMENTS_BEGIN,
        INVOICES_EXPIRE,
        DAYS_PASS,
        SERVICE_CRASHES,
        TIME_PASSES
    }

    @Override
    public String toString() {
        return what + "(" + at + ")";
    }
}
