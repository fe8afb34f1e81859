package io.caravan.usecase.setup;

import io.caravan.core.paymentinvoice.Service;
import io.caravan.core.paymentinvoice.Services;

/** Writes a way to pay down. The same again, or from two instances at once, is as good as once. */
public class EnrollService {

    private final Services services;

    public EnrollService(Services services) {
        this.services = services;
    }

    public void enroll(Service service) {
        services.put(service);
    }
}
