package io.caravan.sandbox;

import io.caravan.core.payer.Payer;
import io.caravan.core.payer.PayerId;
import io.caravan.core.payer.Payers;
import io.caravan.core.payer.Phone;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Wallet users of the sandbox: those with a row, and whole ranges of numbers that are known by rule. */
public final class SandboxPayers implements Payers {

    private static final String ID = "00000000-0000-4000-9000-%12s";
    private static final String CARD = "00000000-0000-4000-a000-%12s";
    private static final Pattern ID_FORM = Pattern.compile("00000000-0000-4000-9000-0*([1-9][0-9]{6,11})");

    private final Payers listed;
    private final List<PhoneRange> ranges;

    public SandboxPayers(Payers listed, List<PhoneRange> ranges) {
        this.listed = listed;
        this.ranges = List.copyOf(ranges);
    }

    @Override
    public Optional<Payer> find(Phone phone) {
        return listed.find(phone).or(() -> inRanges(phone));
    }

    @Override
    public Optional<Payer> find(PayerId id) {
        return listed.find(id).or(() -> Optional.of(ID_FORM.matcher(id.toString()))
                .filter(Matcher::matches)
                .map(form -> new Phone("+" + form.group(1)))
                .flatMap(this::inRanges));
    }

    @Override
    public List<Payer> find(Set<Phone> phones) {
        var found = new HashMap<Phone, Payer>();
        phones.forEach(phone -> inRanges(phone).ifPresent(payer -> found.put(phone, payer)));
        listed.find(phones).forEach(payer -> found.put(payer.phone(), payer));
        return List.copyOf(found.values());
    }

    private Optional<Payer> inRanges(Phone phone) {
        return ranges.stream()
                .filter(range -> range.contains(phone))
                .findFirst()
                .map(range -> byRule(phone));
    }

    /** The payer whose ids and name follow from its number. */
    static Payer byRule(Phone phone) {
        var digits = phone.number().substring(1);
        return new Payer(
                new PayerId(uuid(ID, digits)),
                phone,
                "Payer " + digits.substring(digits.length() - 4),
                false,
                uuid(CARD, digits));
    }

    private static UUID uuid(String form, String digits) {
        return UUID.fromString(String.format(form, digits).replace(' ', '0'));
    }
}
