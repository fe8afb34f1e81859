package io.caravan.usecase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.caravan.camel.PreTransactionImports;
import io.caravan.core.dialect.Answer;
import io.caravan.core.dialect.RequestKey;
import io.caravan.core.pretransaction.ImportChunk;
import io.caravan.core.pretransaction.ImportFault;
import io.caravan.core.pretransaction.ImportRow;
import io.caravan.core.pretransaction.PreTransactionImport;
import io.caravan.core.problem.InvalidInput;
import io.caravan.core.problem.Problem;
import io.caravan.core.problem.ProblemCode;
import io.caravan.store.Database;
import io.caravan.support.Race;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Imports: each row for itself, once, whatever breaks off. */
class ImportPreTransactionsTests {

    private final String prefix = UUID.randomUUID().toString().substring(0, 8);
    private PartnerWorld partner;

    @ParameterizedTest
    @EnumSource
    void aRowThatIsWrongDoesNotStopTheOthers(Database database) {
        partner = new PartnerWorld(database);
        partner.invoice(prefix + "1");

        var faults = partner.importPreTransactions.take(partner.chunk("", rows("1", "2", "2", "3")), Map.of());

        assertThat(faults).extracting(ImportFault::number).containsExactly(1, 3);
        assertThat(faults).allMatch(fault -> fault.problem().equals(Optional.of(ProblemCode.INVOICE_EXISTS)));
        assertThat(stored()).isEqualTo(3);
    }

    @ParameterizedTest
    @EnumSource
    void whatBrokeOffGoesOnThereWhenItIsSentAgain(Database database) {
        partner = new PartnerWorld(database);
        var all = request("key-" + prefix, 120);
        partner.importPreTransactions.take(all.chunks(50).get(0), Map.of());
        assertThat(stored()).isEqualTo(50);

        var first = new PreTransactionImports(partner.importPreTransactions, (merchant, terms) -> {}).take(all);
        var again = new PreTransactionImports(partner.importPreTransactions, (merchant, terms) -> {}).take(all);

        assertThat(stored()).isEqualTo(120);
        assertThat(first.headers()).isEqualTo(again.headers()).containsEntry("Faults", "[]");
    }

    @ParameterizedTest
    @EnumSource
    void whatWasSaidOfARowIsSaidAgainWhereverItsHostsLieByThen(Database database) {
        partner = new PartnerWorld(database);
        var strict = new PreTransactionImports(partner.importPreTransactions, (merchant, terms) -> {
            throw InvalidInput.of("statusCallbackUrl", "is not allowed");
        });
        var lenient = new PreTransactionImports(partner.importPreTransactions, (merchant, terms) -> {});

        var refused = strict.take(request("one-" + prefix, 2));
        assertThat(lenient.take(request("one-" + prefix, 2)).headers())
                .isEqualTo(refused.headers())
                .containsEntry("Faults", "[1, 2]");
        assertThat(stored()).isZero();

        var taken = lenient.take(request("two-" + prefix, 2));
        assertThat(strict.take(request("two-" + prefix, 2)).headers())
                .isEqualTo(taken.headers())
                .containsEntry("Faults", "[]");
        assertThat(stored()).isEqualTo(2);
    }

    @ParameterizedTest
    @EnumSource
    void theSameImportTwiceAtOnceIsOne(Database database) throws Exception {
        partner = new PartnerWorld(database);
        var imports = new PreTransactionImports(partner.importPreTransactions, (merchant, terms) -> {});
        Callable<Answer> send = () -> imports.take(request("key-" + prefix, 60));

        var answers = Race.of(List.of(send, send));

        assertThat(stored()).isEqualTo(60);
        assertThat(answers).allMatch(answer -> answer.headers().get("Faults").equals("[]"));
    }

    @ParameterizedTest
    @EnumSource
    void ofTwoImportsWithTheSameReferencesEachRowIsTakenOnce(Database database) throws Exception {
        partner = new PartnerWorld(database);
        var imports = new PreTransactionImports(partner.importPreTransactions, (merchant, terms) -> {});
        Callable<Answer> one = () -> imports.take(request("", 60));

        var answers = Race.of(List.of(one, one));

        assertThat(stored()).isEqualTo(60);
        assertThat(answers.stream().mapToInt(answer -> faults(answer)).sum()).isEqualTo(60);
    }

    @ParameterizedTest
    @EnumSource
    void whatWasCreatedIsAnsweredTheSameAfterItsTime(Database database) {
        partner = new PartnerWorld(database);
        var end = partner.world.businessTime.instant().plusSeconds(60);
        var first = partner.create("key-" + prefix, prefix + "1", end);

        partner.world.businessTime.advance(Duration.ofMinutes(2));

        assertThat(partner.create("key-" + prefix, prefix + "1", end)).isEqualTo(first);
        assertThatThrownBy(() -> partner.create("other-" + prefix, prefix + "2", end))
                .isInstanceOf(InvalidInput.class);
        assertThat(stored()).isEqualTo(1);
    }

    @ParameterizedTest
    @EnumSource
    void aFaultIsKeptWithTheKey(Database database) {
        partner = new PartnerWorld(database);
        var chunk = partner.chunk("k" + prefix, rows("1", "1"));

        var first = partner.importPreTransactions.take(chunk, Map.of());

        assertThat(partner.importPreTransactions.take(chunk, Map.of()))
                .isEqualTo(first)
                .hasSize(1);
        assertThatThrownBy(() -> partner.importPreTransactions.take(
                        new ImportChunk(
                                partner.merchant, rows("1"), Optional.of(new RequestKey("k" + prefix, "1".repeat(64)))),
                        Map.of()))
                .isInstanceOf(Problem.class);
    }

    private PreTransactionImport request(String key, int rows) {
        var all = IntStream.range(0, rows)
                .mapToObj(i -> partner.row(i + 1, prefix + "-" + i))
                .toList();
        return new PreTransactionImport(
                partner.merchant,
                all,
                Optional.of(key).filter(known -> !known.isEmpty()).map(known -> new RequestKey(known, "0".repeat(64))),
                faults -> Answer.empty(200)
                        .with(
                                "Faults",
                                faults.stream()
                                        .map(ImportFault::number)
                                        .toList()
                                        .toString()));
    }

    private static int faults(Answer answer) {
        var text = answer.headers().get("Faults");
        return text.equals("[]") ? 0 : text.split(",").length;
    }

    private List<ImportRow> rows(String... references) {
        return IntStream.range(0, references.length)
                .mapToObj(i -> partner.row(i + 1, prefix + references[i]))
                .toList();
    }

    private int stored() {
        return partner.world.jdbc.queryForObject(
                "select count(*) from pre_transaction where merchant_id = ?",
                Integer.class,
                partner.merchant.id().value());
    }
}
