package io.caravan;

import io.caravan.core.callback.CallbackLog;
import io.caravan.core.callback.Replays;
import io.caravan.core.hold.Holds;
import io.caravan.core.ops.Acts;
import io.caravan.core.ops.DeadLetterBox;
import io.caravan.core.ops.Findings;
import io.caravan.core.ops.Matters;
import io.caravan.core.paymentinvoice.Transfers;
import io.caravan.ops.AlarmDesk;
import io.caravan.ops.TransferDesk;
import io.caravan.ops.WorkBoard;
import io.caravan.store.JdbcDeadLetters;
import io.caravan.store.JdbcEndpointHealths;
import io.caravan.store.JdbcFindings;
import io.caravan.store.JdbcJobRuns;
import io.caravan.store.JdbcMatters;
import io.caravan.store.JdbcMoments;
import io.caravan.store.JdbcStuckWorks;
import io.caravan.store.TransactionalJdbc;
import io.caravan.usecase.bank.AssignTransfer;
import io.caravan.usecase.bank.ListUnmatchedTransfers;
import io.caravan.usecase.bank.ReturnTransfer;
import io.caravan.usecase.callback.ListEndpointHealth;
import io.caravan.usecase.callback.OrderReplay;
import io.caravan.usecase.callback.PreviewReplay;
import io.caravan.usecase.callback.ReplayCallback;
import io.caravan.usecase.callback.RequestReplay;
import io.caravan.usecase.ops.CloseMatter;
import io.caravan.usecase.ops.FindStuckWork;
import io.caravan.usecase.ops.ListDeadLetters;
import io.caravan.usecase.ops.ListJobs;
import io.caravan.usecase.ops.ListMatters;
import io.caravan.usecase.ops.SearchThings;
import io.caravan.usecase.ops.ShowTimeline;
import io.caravan.web.ops.Console;
import io.caravan.web.ops.DeadLetterPages;
import io.caravan.web.ops.EndpointPages;
import io.caravan.web.ops.HoldForms;
import io.caravan.web.ops.JobPages;
import io.caravan.web.ops.MatterPages;
import io.caravan.web.ops.OverviewPages;
import io.caravan.web.ops.ReplayPages;
import io.caravan.web.ops.RoutePages;
import io.caravan.web.ops.SearchPages;
import io.caravan.web.ops.TimelinePages;
import io.caravan.web.ops.Times;
import io.caravan.web.ops.TransferPages;
import java.time.Clock;
import java.util.function.Supplier;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;

/** The pages of the operators' console, and what they show. */
@Configuration(proxyBeanMethods = false)
@Profile("!mocks")
class ConsolePagesWiring {

    @Bean
    FindStuckWork findStuckWork(Transactions transactions, TransactionalJdbc jdbc, Clock businessTime) {
        return transactions.around(new FindStuckWork(new JdbcStuckWorks(jdbc), businessTime));
    }

    @Bean
    OverviewPages overviewPages(Console console, Clock realTime, Clock businessTime) {
        return new OverviewPages(console, realTime, businessTime);
    }

    @Bean
    DeadLetterBox deadLetterBox(TransactionalJdbc jdbc) {
        return new JdbcDeadLetters(jdbc);
    }

    @Bean
    ListDeadLetters listDeadLetters(Transactions transactions, DeadLetterBox box) {
        return transactions.around(new ListDeadLetters(box));
    }

    @Bean
    PreviewReplay previewReplay(Transactions transactions, DeadLetterBox box) {
        return transactions.around(new PreviewReplay(box));
    }

    @Bean
    OrderReplay orderReplay(
            Transactions transactions,
            DeadLetterBox box,
            CallbackLog log,
            Replays replays,
            Acts acts,
            Clock businessTime,
            Clock realTime) {
        return transactions.around(new OrderReplay(
                box,
                log,
                new ReplayCallback(log, replays, businessTime, realTime),
                new RequestReplay(replays, businessTime, realTime),
                acts,
                realTime));
    }

    @Bean
    DeadLetterPages deadLetterPages(Console console, Times times, Times businessTimes) {
        return new DeadLetterPages(console, times, businessTimes);
    }

    @Bean
    ReplayPages replayPages(Console console) {
        return new ReplayPages(console);
    }

    @Bean
    ListEndpointHealth listEndpointHealth(Transactions transactions, TransactionalJdbc jdbc, Holds holds) {
        return transactions.around(new ListEndpointHealth(new JdbcEndpointHealths(jdbc), holds));
    }

    @Bean
    EndpointPages endpointPages(Console console, Times businessTimes, HoldForms holdForms) {
        return new EndpointPages(console, businessTimes, holdForms);
    }

    @Bean
    ListUnmatchedTransfers listUnmatchedTransfers(Transactions transactions, Transfers transfers) {
        return transactions.around(new ListUnmatchedTransfers(transfers));
    }

    @Bean
    TransferPages transferPages(Console console, Times businessTimes) {
        return new TransferPages(console, businessTimes);
    }

    @Bean
    Matters matters(TransactionalJdbc jdbc) {
        return new JdbcMatters(jdbc);
    }

    @Bean
    ListMatters listMatters(Transactions transactions, Matters matters) {
        return transactions.around(new ListMatters(matters));
    }

    @Bean
    CloseMatter closeMatter(Transactions transactions, Matters matters, Acts acts, Clock businessTime, Clock realTime) {
        return transactions.around(new CloseMatter(matters, acts, businessTime, realTime));
    }

    @Bean
    MatterPages matterPages(Console console, Times businessTimes) {
        return new MatterPages(console, businessTimes);
    }

    @Bean
    ListJobs listJobs(
            Transactions transactions,
            TransactionalJdbc jdbc,
            Holds holds,
            @Value("${spring.quartz.scheduler-name}") String scheduler) {
        return transactions.around(new ListJobs(new JdbcJobRuns(jdbc, scheduler), holds));
    }

    @Bean
    JobPages jobPages(Console console, Times times, HoldForms holdForms) {
        return new JobPages(console, times, holdForms);
    }

    @Bean
    RoutePages routePages(Console console, Times times) {
        return new RoutePages(console, times);
    }

    @Bean
    Findings findings(TransactionalJdbc jdbc) {
        return new JdbcFindings(jdbc);
    }

    @Bean
    SearchThings searchThings(Transactions transactions, Findings findings) {
        return transactions.around(new SearchThings(findings));
    }

    @Bean
    SearchPages searchPages(Console console) {
        return new SearchPages(console);
    }

    @Bean
    ShowTimeline showTimeline(Transactions transactions, Findings findings, TransactionalJdbc jdbc) {
        return transactions.around(new ShowTimeline(findings, new JdbcMoments(jdbc)));
    }

    @Bean
    TimelinePages timelinePages(Console console) {
        return new TimelinePages(console);
    }

    @Bean
    WorkBoard workBoard(FindStuckWork findStuckWork, ListJobs listJobs) {
        return new WorkBoard(findStuckWork, listJobs);
    }

    @Bean
    TransferDesk transferDesk(
            ListUnmatchedTransfers listUnmatchedTransfers,
            AssignTransfer assignTransfer,
            ReturnTransfer returnTransfer,
            Supplier<String> operatorName) {
        return new TransferDesk(listUnmatchedTransfers, assignTransfer, returnTransfer, operatorName);
    }

    @Bean
    AlarmDesk alarmDesk(CloseMatter closeMatter, Supplier<String> operatorName) {
        return new AlarmDesk(closeMatter, operatorName);
    }
}
