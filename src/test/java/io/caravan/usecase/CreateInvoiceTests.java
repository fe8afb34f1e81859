package io.caravan.usecase;

import static io.caravan.support.Fixtures.NOW;
import static io.caravan.support.Fixtures.TODAY;
import static io.caravan.support.Fixtures.aDraft;
import static io.caravan.support.Fixtures.aMerchant;
import static io.caravan.support.Fixtures.aPayer;
import static io.caravan.support.Fixtures.anIssuer;
import static io.caravan.support.Fixtures.dkk;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.caravan.core.dialect.Answer;
import io.caravan.core.dialect.RequestKey;
import io.caravan.core.invoice.InvoiceDraft;
import io.caravan.core.invoice.InvoiceId;
import io.caravan.core.invoice.InvoiceLimits;
import io.caravan.core.invoice.InvoiceRequest;
import io.caravan.core.invoice.InvoiceRules;
import io.caravan.core.invoice.OwnInvoice;
import io.caravan.core.merchant.Issuer;
import io.caravan.core.merchant.Merchant;
import io.caravan.core.payer.Payer;
import io.caravan.core.problem.Problem;
import io.caravan.core.problem.ProblemCode;
import io.caravan.store.JdbcEvents;
import io.caravan.store.JdbcInvoices;
import io.caravan.store.JdbcKeptAnswers;
import io.caravan.store.JdbcMerchants;
import io.caravan.store.JdbcNewInvoices;
import io.caravan.store.JdbcPages;
import io.caravan.store.JdbcPayers;
import io.caravan.store.TransactionalJdbc;
import io.caravan.support.DraftFixture;
import io.caravan.support.OnBothDatabases;
import io.caravan.support.Race;
import io.caravan.support.StoreFixture;
import io.caravan.support.TestPages;
import io.caravan.usecase.invoice.CancelInvoice;
import io.caravan.usecase.invoice.CreateInvoice;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

class CreateInvoiceTests {

    /** What one create may cost in round trips, so that a far database does not make it slow. */
    static final int MOST_STATEMENTS = 6;

    final Clock clock = Clock.fixed(NOW, ZoneOffset.UTC);

    @OnBothDatabases
    void aCreateTakesSixStatementsAtMost(StoreFixture store) {
        var world = new World(store);
        var counted = new CountedStatements(store.dataSource());
        var create = world.create(new TransactionalJdbc(counted.dataSource()));

        store.inTransaction(() -> create.create(world.request(world.draft().numbered("1"))));
        int first = counted.count();
        store.inTransaction(() -> create.create(world.request(world.draft().numbered("2"))));

        assertThat(first).isBetween(1, MOST_STATEMENTS);
        assertThat(counted.count() - first).isBetween(1, MOST_STATEMENTS);
    }

    @OnBothDatabases
    void anInvoiceIsStoredWithItsEvent(StoreFixture store) {
        var world = new World(store);

        world.create(world.draft());

        assertThat(world.rows("invoice")).isEqualTo(1);
        assertThat(world.rows("event")).isEqualTo(1);
        assertThat(store.sql()
                        .queryForObject(
                                "select count(*) from outbox o join event e on e.id = o.event_id where e.merchant_id = ?",
                                Integer.class,
                                world.merchant.id().value()))
                .isEqualTo(1);
    }

    @OnBothDatabases
    void theEleventhInvoiceOfADayIsRefusedAndLeavesNothing(StoreFixture store) {
        var world = new World(store);
        for (int i = 0; i < 10; i++) {
            world.create(world.draft().numbered("n" + i));
        }

        assertThat(world.refusal(world.draft().numbered("n10"))).isEqualTo(ProblemCode.DAILY_LIMIT_REACHED);
        assertThat(world.rows("invoice")).isEqualTo(10);
        assertThat(world.rows("event")).isEqualTo(10);
    }

    @OnBothDatabases
    void ofThoseThatRaceForTheLastInvoiceOfTheDayOneIsStored(StoreFixture store) throws Exception {
        var world = new World(store);
        for (int i = 0; i < 9; i++) {
            world.create(world.draft().numbered("n" + i));
        }
        var number = new AtomicInteger();

        var created = Race.of(Collections.<Callable<Boolean>>nCopies(4, () -> {
            try {
                world.create(world.draft().numbered("last" + number.incrementAndGet()));
                return true;
            } catch (Problem e) {
                assertThat(e.code()).isEqualTo(ProblemCode.DAILY_LIMIT_REACHED);
                return false;
            }
        }));

        assertThat(created).containsOnlyOnce(true);
        assertThat(world.rows("invoice")).isEqualTo(10);
        assertThat(world.rows("event")).isEqualTo(10);
    }

    @OnBothDatabases
    void anEqualInvoiceIsRefusedUntilTheFirstIsCanceled(StoreFixture store) {
        var world = new World(store);
        var first = world.create(world.draft());

        assertThat(world.refusal(world.draft())).isEqualTo(ProblemCode.INVOICE_EXISTS);

        store.inTransaction(() -> new CancelInvoice(new JdbcInvoices(store.jdbc()), world.events(store.jdbc()), clock)
                .cancel(new OwnInvoice(
                        world.merchant, InvoiceId.parse(text(first)).orElseThrow())));
        world.create(world.draft());
        assertThat(world.rows("invoice")).isEqualTo(2);
    }

    @OnBothDatabases
    void ofEqualInvoicesAtTheSameTimeOneIsStored(StoreFixture store) throws Exception {
        var world = new World(store);
        Callable<Boolean> create = () -> {
            try {
                world.create(world.draft());
                return true;
            } catch (Problem e) {
                return false;
            }
        };

        var created = Race.of(Stream.generate(() -> create).limit(8).toList());

        assertThat(created).containsOnlyOnce(true);
        assertThat(world.rows("invoice")).isEqualTo(1);
    }

    @OnBothDatabases
    void theFirstBrokenRuleIsToldAndNothingIsStored(StoreFixture store) {
        var world = new World(store);
        var disabled = store.stored(new Issuer(
                anIssuer(world.merchant.id()).id(),
                world.merchant.id(),
                "Closed",
                new Issuer.Address("", "", ""),
                Issuer.Status.DISABLED,
                true));
        var foreign = store.stored(anIssuer(store.stored(aMerchant()).id()));
        var stranger = aPayer().phone();
        var late = TODAY.minusDays(1);

        assertThat(world.refusal(world.draft().from(disabled.id()).to(stranger).dueOn(late)))
                .isEqualTo(ProblemCode.ISSUER_NOT_ENABLED);
        assertThat(world.refusal(world.draft().from(foreign.id()))).isEqualTo(ProblemCode.ISSUER_UNKNOWN);
        assertThat(world.refusal(world.draft().to(stranger).dueOn(late))).isEqualTo(ProblemCode.PAYER_UNKNOWN);
        assertThat(world.refusal(world.draft().dueOn(late).of(dkk("0")))).isEqualTo(ProblemCode.DUE_DATE_PASSED);
        assertThat(world.refusal(world.draft().of(dkk("0")))).isEqualTo(ProblemCode.AMOUNT_NOT_POSITIVE);
        assertThat(world.rows("invoice")).isZero();
        assertThat(world.rows("daily_count")).isZero();
    }

    @OnBothDatabases
    void aLinkNeedsNoPayerAndCountsForNobody(StoreFixture store) {
        var world = new World(store);

        world.create(world.draft().asLink());

        assertThat(world.rows("invoice")).isEqualTo(1);
        assertThat(world.rows("daily_count")).isZero();
    }

    @OnBothDatabases
    void aKeyHasTheSameAnswerAgain(StoreFixture store) {
        var world = new World(store);

        var first = world.create(world.draft(), key("k", "a"));
        var again = world.create(world.draft(), key("k", "a"));

        assertThat(again).isEqualTo(first);
        assertThat(world.rows("invoice")).isEqualTo(1);
    }

    @OnBothDatabases
    void aKeyIsNotUsedUpByARefusal(StoreFixture store) {
        var world = new World(store);
        catchThrowableOfType(Problem.class, () -> world.create(world.draft().of(dkk("0")), key("k", "a")));

        world.create(world.draft(), key("k", "b"));

        assertThat(world.rows("invoice")).isEqualTo(1);
    }

    @OnBothDatabases
    void aKeyIsForOneRequest(StoreFixture store) {
        var world = new World(store);
        world.create(world.draft(), key("k", "a"));

        var problem = catchThrowableOfType(
                Problem.class, () -> world.create(world.draft().numbered("2"), key("k", "b")));

        assertThat(problem.code()).isEqualTo(ProblemCode.KEY_REUSED);
    }

    private static Optional<RequestKey> key(String key, String body) {
        return Optional.of(RequestKey.of(key, "POST", "/", body.getBytes(StandardCharsets.UTF_8)));
    }

    private static String text(Answer answer) {
        return new String(answer.body(), StandardCharsets.UTF_8);
    }

    /** A merchant, its issuer and a payer, and the use case on the stores. */
    private final class World {

        final StoreFixture store;
        final Merchant merchant;
        final Issuer issuer;
        final Payer payer;

        World(StoreFixture store) {
            this.store = store;
            merchant = store.stored(aMerchant());
            issuer = store.stored(anIssuer(merchant.id()));
            payer = store.stored(aPayer());
        }

        DraftFixture draft() {
            return aDraft().from(issuer.id()).to(payer.phone());
        }

        CreateInvoice create(TransactionalJdbc jdbc) {
            return new CreateInvoice(
                    new JdbcMerchants(jdbc),
                    new JdbcPayers(jdbc),
                    new JdbcNewInvoices(jdbc, store.database(), events(jdbc)),
                    new JdbcPages(jdbc, TestPages.TOKENS),
                    TestPages.LINKS,
                    new JdbcKeptAnswers(jdbc, store.database(), clock),
                    new InvoiceRules(new InvoiceLimits(Map.of(), 10)),
                    clock);
        }

        JdbcEvents events(TransactionalJdbc jdbc) {
            return new JdbcEvents(jdbc, store.database(), () -> {});
        }

        Answer create(DraftFixture draft) {
            return create(draft, Optional.empty());
        }

        Answer create(DraftFixture draft, Optional<RequestKey> key) {
            return store.inTransaction(() -> create(store.jdbc()).create(request(draft.build(), key)));
        }

        ProblemCode refusal(DraftFixture draft) {
            return catchThrowableOfType(Problem.class, () -> create(draft)).code();
        }

        InvoiceRequest request(DraftFixture draft) {
            return request(draft.build(), Optional.empty());
        }

        InvoiceRequest request(InvoiceDraft draft, Optional<RequestKey> key) {
            return new InvoiceRequest(
                    merchant,
                    draft,
                    key,
                    invoice -> Answer.json(202, invoice.id().toString().getBytes(StandardCharsets.UTF_8)));
        }

        int rows(String table) {
            return store.sql()
                    .queryForObject(
                            "select count(*) from " + table + " where merchant_id = ?",
                            Integer.class,
                            merchant.id().value());
        }
    }
}
