package io.caravan.architecture.offenders.web;

import org.apache.camel.Exchange;

class UsesCamel {
    Exchange exchange;
}
