package io.caravan.core.paymentinvoice;

/** What a payer is shown in order to pay. */
public enum ServiceKind {
    /** What the provider says, whatever that is. */
    RECEIPT,
    /** An account and a reference. */
    BANK_TRANSFER,
    /** The number of a card. */
    CARD_TRANSFER,
    /** A QR code of European banks, EPC069-12. */
    SEPA_QR,
    /** The QR code of a Swiss bill. */
    SWISS_QR,
    /** A QR code of India's UPI. */
    UPI_QR,
    /** The bank barcode of Finland. */
    FI_BARCODE,
    /** A Norwegian KID, and a barcode of it. */
    NO_KID,
    /** The line of a Danish payment slip, and a barcode of it. */
    DK_FIK,
    /** A link that opens an app of India's UPI. */
    UPI_DEEPLINK,
    /** The page of the card acquirer. Nothing is transferred, and there is nothing to know. */
    CARD_PAGE
}
