package io.caravan.mock;

import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.web.util.HtmlUtils;

/** SMS as people see them. */
final class SmsPage {

    private SmsPage() {}

    static MockReply draw(String title, List<SmsBooks.Item> items) {
        var cards = items.stream().map(SmsPage::card).collect(Collectors.joining());
        return MockPages.page(escape(title), cards.isEmpty() ? "<p class=\"empty\">No SMS yet</p>" : cards);
    }

    private static String card(SmsBooks.Item item) {
        return """
                <div class="card"><b>%s</b> to <a href="/mock/sms/%s">%s</a> <span class="%s">%s</span><p>%s</p>
                <div class="quiet">%s · gateway %s · %s · reference %s%s</div></div>"""
                .formatted(
                        escape(item.from()),
                        escape(item.to().replace("+", "%2B")),
                        escape(item.to()),
                        item.status().equals("failed") ? "bad" : "good",
                        escape(item.status()),
                        linked(item.text()),
                        escape(item.at().truncatedTo(ChronoUnit.SECONDS)),
                        escape(item.gateway()),
                        item.parts() == 1 ? "1 part" : item.parts() + " parts",
                        escape(item.reference()),
                        item.times() == 1 ? "" : " · sent " + item.times() + " times");
    }

    /** With links that can be followed, as phones show them. */
    private static String linked(String text) {
        return escape(text).replaceAll("(https?://[^\\s<&]+)", "<a href=\"$1\">$1</a>");
    }

    private static String escape(Object text) {
        return HtmlUtils.htmlEscape(String.valueOf(text));
    }
}
