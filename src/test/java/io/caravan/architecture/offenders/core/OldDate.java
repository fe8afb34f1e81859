package io.caravan.architecture.offenders.core;

import java.util.Date;

record OldDate(Date date) {}
