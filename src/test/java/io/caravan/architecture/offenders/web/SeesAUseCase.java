package io.caravan.architecture.offenders.web;

import io.caravan.architecture.offenders.usecase.DoesOneThing;

class SeesAUseCase {
    DoesOneThing useCase;
}
