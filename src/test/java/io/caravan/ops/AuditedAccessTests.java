package io.caravan.ops;

import static org.assertj.core.api.Assertions.assertThat;

import io.caravan.core.ops.Act;
import io.caravan.core.ops.Acts;
import io.caravan.usecase.ops.NoteCamelCall;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.management.MalformedObjectNameException;
import javax.management.ObjectName;
import org.jolokia.server.core.restrictor.AllowAllRestrictor;
import org.jolokia.server.core.restrictor.DenyAllRestrictor;
import org.jolokia.server.core.service.api.Restrictor;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessResourceFailureException;

class AuditedAccessTests {

    private final List<Act> written = new ArrayList<>();
    private boolean databaseIsThere = true;

    @Test
    void whatCannotBeWrittenDownIsRefused() throws MalformedObjectNameException {
        databaseIsThere = false;

        assertThat(access(new AllowAllRestrictor()).isOperationAllowed(route(), "stop"))
                .isFalse();
    }

    @Test
    void whatIsDoneToCamelIsWrittenDownOnceWithWhoDidIt() throws MalformedObjectNameException {
        assertThat(access(new AllowAllRestrictor()).isOperationAllowed(route(), "stop"))
                .isTrue();

        assertThat(written).singleElement().satisfies(act -> {
            assertThat(act.operator()).isEqualTo("night-shift");
            assertThat(act.subject()).isEqualTo("routes relay-events");
            assertThat(act.note()).isEqualTo("stop");
        });
    }

    @Test
    void whoOnlyLooksWhoIsRefusedAndWhatIsWrittenDownElsewhereLeaveNoAct() throws MalformedObjectNameException {
        var ours = ObjectName.getInstance("caravan:type=Holds");

        assertThat(access(new AllowAllRestrictor()).isOperationAllowed(route(), "dumpRouteAsXml"))
                .isTrue();
        assertThat(access(new AllowAllRestrictor()).isOperationAllowed(ours, "hold"))
                .isTrue();
        assertThat(access(new DenyAllRestrictor()).isOperationAllowed(route(), "stop"))
                .isFalse();

        assertThat(written).isEmpty();
    }

    @Test
    void noOtherSiteReadsAnswers() {
        var access = access(new AllowAllRestrictor());

        assertThat(access.isOriginAllowed("http://evil.example", false)).isFalse();
        assertThat(access.isOriginAllowed("http://127.0.0.1:8081", true)).isTrue();
    }

    private AuditedAccess access(Restrictor policy) {
        return new AuditedAccess(
                policy,
                new NoteCamelCall(
                        new Acts() {
                            @Override
                            public void add(Act act) {
                                if (!databaseIsThere) {
                                    throw new DataAccessResourceFailureException("away");
                                }
                                written.add(act);
                            }

                            @Override
                            public List<Act> newest(Optional<UUID> before, int limit) {
                                return written;
                            }
                        },
                        Clock.systemUTC()),
                () -> "night-shift");
    }

    private static ObjectName route() throws MalformedObjectNameException {
        return ObjectName.getInstance("org.apache.camel:context=caravan,type=routes,name=\"relay-events\"");
    }
}
