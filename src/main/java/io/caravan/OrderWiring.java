package io.caravan;

import io.caravan.core.order.OrderImages;
import io.caravan.core.order.Orders;
import io.caravan.core.payer.Payers;
import io.caravan.core.profile.ProfileConsents;
import io.caravan.core.profile.Profiles;
import io.caravan.store.JdbcOrderImages;
import io.caravan.store.JdbcOrders;
import io.caravan.store.JdbcProfileConsents;
import io.caravan.store.JdbcProfiles;
import io.caravan.store.TransactionalJdbc;
import io.caravan.usecase.consent.FindSharedProfile;
import io.caravan.usecase.order.AddCategory;
import io.caravan.usecase.order.AddOrderImage;
import io.caravan.usecase.order.AddReceipt;
import io.caravan.usecase.order.FindCategory;
import io.caravan.usecase.order.FindOrder;
import io.caravan.usecase.order.ListCategories;
import io.caravan.usecase.order.PutCategory;
import io.caravan.usecase.order.RemoveCategory;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;

/** What belongs to payments of sales units: their orders, and what payers share with them. */
@Configuration(proxyBeanMethods = false)
@Profile("!mocks")
class OrderWiring {

    @Bean
    Orders orders(TransactionalJdbc jdbc) {
        return new JdbcOrders(jdbc);
    }

    @Bean
    OrderImages orderImages(TransactionalJdbc jdbc) {
        return new JdbcOrderImages(jdbc);
    }

    @Bean
    PutCategory putCategory(Transactions transactions, Orders orders, OrderImages orderImages, Clock businessTime) {
        return transactions.around(new PutCategory(orders, orderImages, businessTime));
    }

    @Bean
    AddCategory addCategory(Transactions transactions, Orders orders, OrderImages orderImages, Clock businessTime) {
        return transactions.around(new AddCategory(orders, orderImages, businessTime));
    }

    @Bean
    FindCategory findCategory(Transactions transactions, Orders orders) {
        return transactions.around(new FindCategory(orders));
    }

    @Bean
    ListCategories listCategories(Transactions transactions, Orders orders) {
        return transactions.around(new ListCategories(orders));
    }

    @Bean
    RemoveCategory removeCategory(Transactions transactions, Orders orders) {
        return transactions.around(new RemoveCategory(orders));
    }

    @Bean
    AddReceipt addReceipt(Transactions transactions, Orders orders, Clock businessTime) {
        return transactions.around(new AddReceipt(orders, businessTime));
    }

    @Bean
    FindOrder findOrder(Transactions transactions, Orders orders) {
        return transactions.around(new FindOrder(orders));
    }

    @Bean
    AddOrderImage addOrderImage(Transactions transactions, OrderImages orderImages, Clock businessTime) {
        return transactions.around(new AddOrderImage(orderImages, businessTime));
    }

    @Bean
    Profiles profiles(TransactionalJdbc jdbc) {
        return new JdbcProfiles(jdbc);
    }

    @Bean
    ProfileConsents profileConsents(TransactionalJdbc jdbc) {
        return new JdbcProfileConsents(jdbc);
    }

    @Bean
    FindSharedProfile findSharedProfile(
            Transactions transactions,
            ProfileConsents profileConsents,
            Profiles profiles,
            Payers payers,
            Clock businessTime) {
        return transactions.around(new FindSharedProfile(profileConsents, profiles, payers, businessTime));
    }
}
