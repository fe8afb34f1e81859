package io.caravan.architecture.offenders.channel.sms;

public class Sms {}
