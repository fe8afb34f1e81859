package io.caravan;

import io.caravan.ops.setup.SecretBoard;
import io.caravan.ops.setup.SetupBoard;
import io.caravan.ops.setup.SetupReader;
import io.caravan.usecase.setup.ApplySetup;
import io.caravan.usecase.setup.ListOldSecrets;
import io.caravan.usecase.setup.RehearseSetup;
import io.caravan.usecase.setup.RotateSecret;
import java.util.function.Supplier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;

/** Setting up over JMX: only where there are operators who are asked for their names, as not on the command line. */
@Configuration(proxyBeanMethods = false)
@Profile("!mocks")
class SetupBoardWiring {

    @Bean
    SetupBoard setupBoard(
            SetupReader reader, RehearseSetup rehearseSetup, ApplySetup applySetup, Supplier<String> operatorName) {
        return new SetupBoard(reader, rehearseSetup, applySetup, operatorName);
    }

    @Bean
    SecretBoard secretBoard(RotateSecret rotateSecret, ListOldSecrets listOldSecrets, Supplier<String> operatorName) {
        return new SecretBoard(rotateSecret, listOldSecrets, operatorName);
    }
}
