package io.caravan.architecture.offenders.web;

import org.springframework.stereotype.Component;

@Component
class WiresItself {}
