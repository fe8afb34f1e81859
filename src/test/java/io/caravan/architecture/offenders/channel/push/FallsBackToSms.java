package io.caravan.architecture.offenders.channel.push;

import io.caravan.architecture.offenders.channel.sms.Sms;

class FallsBackToSms {
    Sms sms;
}
