package io.caravan.web.ops;

import io.caravan.core.dialect.Answer;
import io.caravan.core.hold.Hold;
import io.caravan.core.hold.HoldKind;
import io.caravan.core.notice.Channel;
import io.caravan.core.ops.OperatorRequest;
import java.util.Arrays;
import java.util.List;

/** The ways out, and which of them are held. */
public final class ChannelPages {

    private final Console console;
    private final HoldForms forms;

    public ChannelPages(Console console, HoldForms forms) {
        this.console = console;
        this.forms = forms;
    }

    public Answer show(List<Hold> holds, OperatorRequest request) {
        var rows = Arrays.stream(Channel.values())
                .map(channel -> row(channel, holds))
                .toList();
        var table = Section.table("", List.of("Channel", "State", "What it does", ""), rows, "")
                .noting("What is held waits in the database, in all instances, and goes on after its release.");
        return console.draw(Sheet.of(Place.CHANNELS, table), request);
    }

    private List<Cell> row(Channel channel, List<Hold> holds) {
        var held = HoldForms.of(HoldKind.CHANNEL, channel.text(), holds);
        return List.of(
                Cell.of(channel.text()),
                forms.state(held),
                Cell.of(words(channel)),
                forms.cell(HoldKind.CHANNEL, channel.text(), held));
    }

    private static String words(Channel channel) {
        return switch (channel) {
            case PUSH -> "Messages to the wallet app";
            case SMS -> "Messages to phones";
            case PSP -> "Instructions to the card acquirer";
            case CARRIER -> "Charges on phone bills";
            case BANK -> "Confirmations and refunds by the bank";
        };
    }
}
