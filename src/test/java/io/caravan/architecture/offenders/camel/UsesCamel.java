package io.caravan.architecture.offenders.camel;

import io.caravan.architecture.offenders.usecase.DoesOneThing;
import org.apache.camel.Exchange;

class UsesCamel {
    Exchange exchange;
    DoesOneThing useCase;
}
