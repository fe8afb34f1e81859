package io.caravan.support;

import io.caravan.store.Database;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.ArgumentsProvider;
import org.junit.jupiter.params.provider.ArgumentsSource;

/** A test that runs on H2 and on PostgreSQL. It gets a {@link StoreFixture}, the same for all tests of its class. */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
@ParameterizedTest
@ArgumentsSource(OnBothDatabases.Fixtures.class)
public @interface OnBothDatabases {

    /** A fixture on a database of its own for each kind, closed after the class. */
    final class Fixtures implements ArgumentsProvider {

        @Override
        public Stream<Arguments> provideArguments(ExtensionContext context) {
            var ofTheClass =
                    context.getParent().orElseThrow().getStore(ExtensionContext.Namespace.create(Fixtures.class));
            return Arrays.stream(Database.values())
                    .map(database -> Arguments.of(
                            ofTheClass.getOrComputeIfAbsent(database, StoreFixture::new, StoreFixture.class)));
        }
    }
}
