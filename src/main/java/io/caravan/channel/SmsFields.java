package io.caravan.channel;

import io.caravan.core.sms.Originator;
import io.caravan.core.sms.SmsMessage;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.regex.Pattern;

/**
 * How a gateway's fields are made of an SMS, as {@code to=recipient, flash=false, kind='sms'}: the gateway's name, and
 * behind it one of ours, a number, true, false, or a text in quotes.
 */
record SmsFields(List<Field> fields) {

    private static final Pattern FIELD = Pattern.compile("\\s*([^=,\\s']+)\\s*=\\s*('[^']*'|[^=,'\\s]+)\\s*(?:,|$)");
    private static final Pattern NUMBER = Pattern.compile("-?[0-9]{1,9}");

    private static final Map<String, Function<SmsMessage, Object>> OURS = new TreeMap<>(Map.of(
            "reference", sms -> sms.reference().toString(),
            "originator", sms -> sms.originator().text(),
            "originatorType", sms -> type(sms.originator()),
            "recipient", sms -> sms.recipient().number(),
            "msisdn", sms -> sms.recipient().number().substring(1),
            "text", sms -> sms.text().text(),
            "encoding", sms -> sms.text().encoding().name(),
            "parts", sms -> sms.text().parts()));

    /** A field by its name at the gateway. */
    record Field(String name, Function<SmsMessage, Object> value) {}

    /**
     * The fields written in this text.
     *
     * @throws IllegalArgumentException if there is no such field of an SMS, or the text is none
     */
    static SmsFields parse(String text) {
        var fields = new ArrayList<Field>();
        var matcher = FIELD.matcher(text);
        while (matcher.lookingAt()) {
            fields.add(new Field(matcher.group(1), value(matcher.group(2))));
            matcher.region(matcher.end(), text.length());
        }
        if (fields.isEmpty() || !matcher.hitEnd() && matcher.regionStart() < text.length()) {
            throw new IllegalArgumentException("Not a list of fields of an SMS: " + text);
        }
        return new SmsFields(fields);
    }

    private static Function<SmsMessage, Object> value(String word) {
        if (word.startsWith("'")) {
            return sms -> word.substring(1, word.length() - 1);
        }
        if (word.equals("true") || word.equals("false")) {
            return sms -> Boolean.valueOf(word);
        }
        if (NUMBER.matcher(word).matches()) {
            return sms -> Integer.valueOf(word);
        }
        var value = OURS.get(word);
        if (value == null) {
            throw new IllegalArgumentException("An SMS has no " + word + ", but " + OURS.keySet());
        }
        return value;
    }

    private static String type(Originator originator) {
        return originator.isNumber() ? "NUMBER" : "NAME";
    }
}
