package io.caravan.web.page;

import static org.assertj.core.api.Assertions.assertThat;

import io.caravan.core.order.Category;
import io.caravan.core.page.PageState;
import io.caravan.core.page.PaymentPageState;
import java.io.IOException;
import java.io.InputStreamReader;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Currency;
import java.util.Properties;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** All languages say everything, each in its own way. */
class WordsTests {

    private static final Pattern PLACE = Pattern.compile("\\{\\d}");

    @ParameterizedTest
    @EnumSource
    void everyTextIsThereWithTheSamePlaces(Language language) throws IOException {
        var english = texts(Language.EN);
        var own = texts(language);

        assertThat(own.keySet()).isEqualTo(english.keySet());
        own.forEach((key, text) -> assertThat(places(text)).as("%s", key).isEqualTo(places(english.get(key))));
        assertThat(own.values())
                .noneMatch(text -> text.toString().isBlank() || text.toString().contains("'"));
    }

    @ParameterizedTest
    @EnumSource
    void everyStateAndEveryFailureHasItsWords(Language language) throws IOException {
        var texts = texts(language);

        assertThat(PageState.values()).allSatisfy(state -> assertThat(texts).containsKey("state." + state));
        assertThat(PageFailure.values()).allSatisfy(failure -> {
            var key = "failure."
                    + failure.name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
            assertThat(texts).containsKey(key).containsKey(key + ".text").containsKey(key + ".payment");
        });
        assertThat(PaymentPageState.values())
                .allSatisfy(state -> assertThat(texts).containsKey("pay.state." + state));
        assertThat(Category.Kind.values()).allSatisfy(kind -> assertThat(texts).containsKey("pay.link." + kind));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "da | 1\\.234,50 kr\\. | 3. marts 2026",
                "fi | 1 234,50 DKK | 3. maaliskuuta 2026",
                "nb | DKK 1 234,50 OR 1 234,50 DKK | 3. mars 2026",
                "sv | 1 234,50 Dkr | 3 mars 2026",
                "en | DKK 1,234\\.50 | 3 March 2026"
            })
    void amountsAndDaysAreWrittenAsPeopleOfTheLanguageDo(String code, String money, String day) {
        var figures = new Figures(Language.of(code).orElseThrow());

        assertThat(plain(figures.money(new BigDecimal("1234.5"), Currency.getInstance("DKK"))))
                .matches(money.replace(" OR ", "|"));
        assertThat(plain(figures.day(LocalDate.of(2026, 3, 3)))).isEqualTo(day);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "da-DK,da;q=0.9,en;q=0.8 | DA",
                "de-DE,de;q=0.9,sv;q=0.5,en;q=0.4 | SV",
                "no | NB",
                "nn-NO | NB",
                "fr | EN",
                "fi;q=0, sv | SV",
                "* | EN",
                "'' | EN",
                "da;q=x | EN",
                "this is, no; header at=all | EN"
            })
    void theBrowsersLanguagesAreTriedInTheirOrder(String header, Language language) {
        assertThat(Language.accepted(header)).isEqualTo(language);
    }

    @Test
    void aBrowserThatSaysNothingGetsEnglish() {
        assertThat(Language.accepted(null)).isEqualTo(Language.EN);
        assertThat(Language.accepted("da,".repeat(1000))).isEqualTo(Language.EN);
    }

    private static String plain(String text) {
        return text.replace('\u00a0', ' ').replace('\u202f', ' ');
    }

    private static TreeSet<String> places(Object text) {
        var places = new TreeSet<String>();
        PLACE.matcher(text.toString()).results().forEach(place -> places.add(place.group()));
        return places;
    }

    private static Properties texts(Language language) throws IOException {
        var texts = new Properties();
        try (var stream = Language.class.getResourceAsStream("/i18n/pages_" + language.code() + ".properties")) {
            texts.load(new InputStreamReader(stream, StandardCharsets.UTF_8));
        }
        return texts;
    }
}
