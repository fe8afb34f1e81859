package io.caravan;

import static io.caravan.support.Fixtures.aMerchant;
import static io.caravan.support.Fixtures.aPayer;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.caravan.core.merchant.MerchantId;
import io.caravan.core.payer.Payer;
import io.caravan.core.problem.Busy;
import io.caravan.store.JdbcMerchants;
import io.caravan.store.JdbcPayers;
import io.caravan.support.OnBothDatabases;
import io.caravan.support.Race;
import io.caravan.support.StoreFixture;
import java.io.IOException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLTimeoutException;
import java.sql.SQLTransientConnectionException;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.springframework.dao.CannotAcquireLockException;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.jdbc.BadSqlGrammarException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.AbstractDataSource;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.IllegalTransactionStateException;

class TransactionsTests {

    private final AtomicInteger tries = new AtomicInteger();

    @OnBothDatabases
    void whatAUseCaseDoesIsCommitted(StoreFixture store) throws Exception {
        var merchant = aMerchant();

        var answer = around(store).run(() -> {
            store.stored(merchant);
            return "done";
        });

        assertThat(answer).isEqualTo("done");
        assertThat(isStored(store, merchant.id())).isTrue();
    }

    @OnBothDatabases
    void whateverAUseCaseThrowsUndoesItsWork(StoreFixture store) {
        for (var thrown : List.of(new IllegalStateException(), new IOException())) {
            var merchant = aMerchant();

            assertThatThrownBy(() -> around(store).run(() -> {
                        store.stored(merchant);
                        throw thrown;
                    }))
                    .isSameAs(thrown);

            assertThat(isStored(store, merchant.id())).as(thrown.toString()).isFalse();
        }
    }

    @OnBothDatabases
    void aLostRaceIsTriedThreeTimesInATransactionOfItsOwnEach(StoreFixture store) throws Exception {
        var merchant = aMerchant();

        around(store).run(() -> {
            store.stored(merchant);
            if (tries.incrementAndGet() < 3) {
                throw failure("40001");
            }
            return null;
        });

        assertThat(tries).hasValue(3);
        assertThat(isStored(store, merchant.id())).isTrue();
    }

    @OnBothDatabases
    void aRaceLostForTheThirdTimeIsTold(StoreFixture store) {
        for (var state : List.of("40001", "40P01", "55P03", "HYT00", "23505")) {
            tries.set(0);

            assertThatThrownBy(() -> around(store).run(() -> {
                        tries.incrementAndGet();
                        throw failure(state);
                    }))
                    .isInstanceOf(CannotAcquireLockException.class);

            assertThat(tries).as(state).hasValue(3);
        }
    }

    @OnBothDatabases
    void whatIsAlreadyThereIsFoundTheSecondTime(StoreFixture store) throws Exception {
        var payer = store.stored(aPayer());

        around(store).run(() -> tries.incrementAndGet() == 1 ? store.stored(payer) : null);

        assertThat(tries).hasValue(2);
    }

    @OnBothDatabases
    void otherFailuresAreNotTriedAgain(StoreFixture store) {
        assertThatThrownBy(() -> around(store).run(() -> {
                    tries.incrementAndGet();
                    return new JdbcTemplate(store.dataSource()).update("delete from nothing");
                }))
                .isInstanceOf(BadSqlGrammarException.class);

        assertThat(tries).hasValue(1);
    }

    @OnBothDatabases
    void twoThatWaitForEachOtherBothGetTheirWorkDone(StoreFixture store) throws Exception {
        var first = store.stored(aPayer());
        var second = store.stored(aPayer());
        var bothHoldOne = new CyclicBarrier(2);

        Race.of(List.<Callable<Object>>of(
                () -> block(store, first, second, bothHoldOne), () -> block(store, second, first, bothHoldOne)));

        assertThat(tries).hasValueGreaterThan(2);
        assertThat(store.inTransaction(() -> new JdbcPayers(store.jdbc()).find(first.id())))
                .get()
                .extracting(Payer::blocked)
                .isEqualTo(true);
        assertThat(store.inTransaction(() -> new JdbcPayers(store.jdbc()).find(second.id())))
                .get()
                .extracting(Payer::blocked)
                .isEqualTo(true);
    }

    @OnBothDatabases
    void aStoreFailsOutsideOfATransaction(StoreFixture store) {
        assertThatThrownBy(() -> new JdbcMerchants(store.jdbc()).find(MerchantId.random()))
                .isInstanceOf(IllegalTransactionStateException.class);
    }

    @Test
    void aConnectionThatIsLostInTheMiddleIsNotUsedAgainAndTheCallerComesAgain() {
        var useCase = new Transactions(new JdbcTransactionManager(lost())).around(new AnyUseCase());

        assertThatThrownBy(() -> useCase.run(() -> {
                    tries.incrementAndGet();
                    throw new DataAccessResourceFailureException("lost", new SQLException("terminating", "57P01"));
                }))
                .isInstanceOf(Busy.class);
        assertThat(tries).hasValue(1);
    }

    @OnBothDatabases
    void whileTheDatabaseHasNoRoomTheCallerComesAgain(StoreFixture store) {
        for (var refusal : List.of(
                new SQLException("no space", "53100"),
                new SQLException("no memory", "53200"),
                new SQLException("no write", "58030"),
                new SQLException("closed", "90098"),
                new SQLException("general error", "HY000", new IOException("no space")))) {
            tries.set(0);

            assertThatThrownBy(() -> around(store).run(() -> {
                        tries.incrementAndGet();
                        throw new DataAccessResourceFailureException("full", refusal);
                    }))
                    .as(refusal.getMessage())
                    .isInstanceOf(Busy.class);

            assertThat(tries).as(refusal.getMessage()).hasValue(1);
        }
    }

    @OnBothDatabases
    void aMistakeIsToldAlthoughItLooksLikeBrokenInputOrOutput(StoreFixture store) {
        var mistake = new DataAccessResourceFailureException(
                "mistake", new SQLException("too many parameters", "22023", new IOException("out of range")));

        assertThatThrownBy(() -> around(store).run(() -> {
                    throw mistake;
                }))
                .isSameAs(mistake);
    }

    @Test
    void whoCannotCommitComesAgain() {
        var useCase = new Transactions(new JdbcTransactionManager(lost())).around(new AnyUseCase());

        assertThatThrownBy(() -> useCase.run(tries::incrementAndGet)).isInstanceOf(Busy.class);
        assertThat(tries).hasValue(1);
    }

    @Test
    void aCommitThatWaitedInVainIsNotTriedAgainAsItMayHaveBeenDone() {
        for (var waited : List.of(new SQLTimeoutException("lock", "HYT00"), new SQLException("lock", "55P03"))) {
            tries.set(0);
            var useCase = new Transactions(new JdbcTransactionManager(endingWith(waited))).around(new AnyUseCase());

            assertThatThrownBy(() -> useCase.run(tries::incrementAndGet)).isInstanceOf(Busy.class);
            assertThat(tries).as(waited.getSQLState()).hasValue(1);
        }
    }

    /** A server that has gone: its connections can be neither committed nor rolled back, and do not say why. */
    private static AbstractDataSource lost() {
        return endingWith(new SQLException("Connection is closed"));
    }

    private static AbstractDataSource endingWith(SQLException failure) {
        return new AbstractDataSource() {
            @Override
            public Connection getConnection() {
                return (Connection) Proxy.newProxyInstance(
                        Connection.class.getClassLoader(), new Class<?>[] {Connection.class}, (proxy, method, args) -> {
                            if (method.getName().matches("commit|rollback")) {
                                throw failure;
                            }
                            return method.getReturnType() == boolean.class ? false : null;
                        });
            }

            @Override
            public Connection getConnection(String user, String password) {
                return getConnection();
            }
        };
    }

    @Test
    void withoutAConnectionNothingBeginsAndTheCallerComesAgain() {
        var full = new AbstractDataSource() {
            @Override
            public Connection getConnection() throws SQLException {
                throw new SQLTransientConnectionException("all are taken");
            }

            @Override
            public Connection getConnection(String user, String password) throws SQLException {
                return getConnection();
            }
        };
        var useCase = new Transactions(new JdbcTransactionManager(full)).around(new AnyUseCase());

        assertThatThrownBy(() -> useCase.run(tries::incrementAndGet)).isInstanceOf(Busy.class);

        assertThat(tries).hasValue(0);
    }

    private Object block(StoreFixture store, Payer one, Payer other, CyclicBarrier bothHoldOne) throws Exception {
        var isFirstTry = new AtomicInteger();
        return around(store).run(() -> {
            tries.incrementAndGet();
            block(store, one);
            if (isFirstTry.getAndIncrement() == 0) {
                bothHoldOne.await(10, TimeUnit.MINUTES);
            }
            block(store, other);
            return null;
        });
    }

    private static void block(StoreFixture store, Payer payer) {
        store.jdbc()
                .update(
                        "update payer set blocked = true where id = ?",
                        payer.id().value());
    }

    private static boolean isStored(StoreFixture store, MerchantId id) {
        return store.inTransaction(() -> new JdbcMerchants(store.jdbc()).find(id))
                .isPresent();
    }

    private static DataAccessException failure(String state) {
        return new CannotAcquireLockException("lost", new SQLException("lost", state));
    }

    private static AnyUseCase around(StoreFixture store) {
        return new Transactions(new JdbcTransactionManager(store.dataSource())).around(new AnyUseCase());
    }

    /** Does what it is told. */
    static class AnyUseCase {

        public <T> T run(Callable<T> work) throws Exception {
            return work.call();
        }
    }
}
