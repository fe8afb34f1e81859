package io.caravan.architecture.offenders.store;

import io.caravan.architecture.offenders.usecase.DoesOneThing;

class SeesAUseCase {
    DoesOneThing useCase;
}
