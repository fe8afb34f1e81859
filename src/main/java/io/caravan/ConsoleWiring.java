package io.caravan;

import io.caravan.camel.OperatorBinding;
import io.caravan.core.ops.Acts;
import io.caravan.store.JdbcActs;
import io.caravan.store.TransactionalJdbc;
import io.caravan.usecase.ops.ListActs;
import io.caravan.web.OperatorAccounts;
import io.caravan.web.ops.ActPages;
import io.caravan.web.ops.ChannelPages;
import io.caravan.web.ops.Console;
import io.caravan.web.ops.DonePages;
import io.caravan.web.ops.Faults;
import io.caravan.web.ops.HoldForms;
import io.caravan.web.ops.LoginPages;
import io.caravan.web.ops.SecretPages;
import io.caravan.web.ops.SetupPages;
import io.caravan.web.ops.Style;
import io.caravan.web.ops.ThingFormPages;
import io.caravan.web.ops.ThingPages;
import io.caravan.web.ops.ThingSheetPages;
import io.caravan.web.ops.Times;
import java.time.Clock;
import java.util.Optional;
import java.util.function.Supplier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;

/** The frame of the operators' console, and what they did. */
@Configuration(proxyBeanMethods = false)
@Profile("!mocks")
class ConsoleWiring {

    /** Named in the routes of the console. */
    @Bean
    OperatorBinding operatorBinding(OperatorAccounts operatorAccess) {
        return new OperatorBinding(operatorAccess::mayAct);
    }

    /** Who acts over JMX: the operator whose request it is, or {@code jmx} from within the process. */
    @Bean
    Supplier<String> operatorName() {
        return () -> Optional.ofNullable(SecurityContextHolder.getContext().getAuthentication())
                .map(Authentication::getName)
                .orElse("jmx");
    }

    @Bean
    Acts acts(TransactionalJdbc jdbc) {
        return new JdbcActs(jdbc);
    }

    @Bean
    ListActs listActs(Transactions transactions, Acts acts) {
        return transactions.around(new ListActs(acts));
    }

    @Bean
    Style style() {
        return new Style();
    }

    @Bean
    Console console(Style style) {
        return new Console(style);
    }

    @Bean
    Times times(Clock realTime) {
        return new Times(realTime);
    }

    @Bean
    Times businessTimes(Clock businessTime) {
        return new Times(businessTime);
    }

    @Bean
    Faults faults(Console console) {
        return new Faults(console);
    }

    @Bean
    LoginPages loginPages(Console console) {
        return new LoginPages(console);
    }

    @Bean
    ActPages actPages(Console console, Times times) {
        return new ActPages(console, times);
    }

    @Bean
    SetupPages setupPages(Console console) {
        return new SetupPages(console);
    }

    @Bean
    ThingPages thingPages(Console console) {
        return new ThingPages(console);
    }

    @Bean
    ThingSheetPages thingSheetPages(Console console) {
        return new ThingSheetPages(console);
    }

    @Bean
    ThingFormPages thingFormPages(Console console) {
        return new ThingFormPages(console);
    }

    @Bean
    DonePages donePages(Console console) {
        return new DonePages(console);
    }

    @Bean
    SecretPages secretPages(Console console, Times times) {
        return new SecretPages(console, times);
    }

    @Bean
    HoldForms holdForms(Times times) {
        return new HoldForms(times);
    }

    @Bean
    ChannelPages channelPages(Console console, HoldForms holdForms) {
        return new ChannelPages(console, holdForms);
    }
}
