-- By which a merchant looks up what has become of a request.
create index payment_invoice_reference on payment_invoice (merchant_id, reference_id);
