package io.caravan.core.setup;

import io.caravan.core.access.AccountKeys;
import io.caravan.core.access.CheckoutKeys;
import io.caravan.core.access.Clients;
import io.caravan.core.access.Enrollments;
import io.caravan.core.access.Operators;
import io.caravan.core.access.Secrets;
import io.caravan.core.access.Subscriptions;
import io.caravan.core.callback.Endpoints;
import io.caravan.core.merchant.Merchants;
import io.caravan.core.partner.Partners;
import io.caravan.core.payer.Payers;
import io.caravan.core.paymentinvoice.Services;
import io.caravan.core.profile.Profiles;

/** Where everything that is set up is written down. */
public record SetupStores(
        Setups setups,
        Things things,
        Merchants merchants,
        Enrollments enrollments,
        Endpoints endpoints,
        Clients clients,
        AccountKeys accountKeys,
        CheckoutKeys checkoutKeys,
        Subscriptions subscriptions,
        Partners partners,
        Services services,
        Payers payers,
        Profiles profiles,
        Operators operators,
        Secrets secrets) {}
