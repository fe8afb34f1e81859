package io.caravan.store;

import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.IllegalTransactionStateException;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Statements that run only inside a transaction: a store method called outside of a use case fails. */
public final class TransactionalJdbc extends JdbcTemplate {

    public TransactionalJdbc(DataSource dataSource) {
        super(dataSource);
    }

    @Override
    protected DataSource obtainDataSource() {
        if (!TransactionSynchronizationManager.isActualTransactionActive()) {
            throw new IllegalTransactionStateException("A store is used outside of a use case's transaction");
        }
        return super.obtainDataSource();
    }
}
