package io.caravan;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.caravan.core.time.TimeShifts;
import io.caravan.sandbox.ClockDesk;
import io.caravan.sandbox.ShiftedClock;
import io.caravan.store.JdbcTimeShifts;
import io.caravan.store.TransactionalJdbc;
import io.caravan.usecase.clock.MoveClock;
import io.caravan.usecase.clock.ReadClock;
import io.caravan.usecase.clock.ResetClock;
import java.time.Clock;
import org.apache.camel.spring.boot.CamelContextConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;

/** Business time in the sandbox, which people move. Every instance has it, wherever the mock endpoints run. */
@Configuration(proxyBeanMethods = false)
@Profile("sandbox & !mocks")
class ClockWiring {

    @Bean
    TimeShifts timeShifts(TransactionalJdbc jdbc) {
        return new JdbcTimeShifts(jdbc);
    }

    @Bean
    ReadClock readClock(Transactions transactions, TimeShifts shifts) {
        return transactions.around(new ReadClock(shifts));
    }

    @Bean
    MoveClock moveClock(Transactions transactions, TimeShifts shifts, Clock realTime) {
        return transactions.around(new MoveClock(shifts, realTime));
    }

    @Bean
    ResetClock resetClock(Transactions transactions, TimeShifts shifts) {
        return transactions.around(new ResetClock(shifts));
    }

    @Bean
    ShiftedClock businessTime(ReadClock readClock, Clock realTime) {
        return new ShiftedClock(realTime, readClock.read());
    }

    @Bean
    ClockDesk clockDesk(ShiftedClock businessTime, ObjectMapper json) {
        return new ClockDesk(businessTime, json);
    }

    @Bean
    CamelContextConfiguration clockRoutes(MockProperties properties) {
        return new MockRoutes(properties.routes() + "/service");
    }
}
