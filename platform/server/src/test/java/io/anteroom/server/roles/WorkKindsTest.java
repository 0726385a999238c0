package io.anteroom.server.roles;

import static org.assertj.core.api.Assertions.assertThat;

import io.anteroom.tenancy.work.PlatformWorkHandler;
import io.anteroom.tenancy.work.PlatformWorkQueue;
import io.anteroom.tenancy.work.WorkHandler;
import io.anteroom.tenancy.work.WorkQueue;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.context.ConfigurableApplicationContext;

class WorkKindsTest {

    @Test
    void everyKindOfWorkThatAnyCodeLeavesHasAHandlerInTheWorker() {
        try (ConfigurableApplicationContext worker = RoleSettings.start("worker")) {
            assertHandled(
                    LeftWork.in(WorkQueue.class),
                    worker.getBeanProvider(WorkHandler.class).stream()
                            .map(WorkHandler::kind)
                            .toList());
            assertHandled(
                    LeftWork.in(PlatformWorkQueue.class),
                    worker.getBeanProvider(PlatformWorkHandler.class).stream()
                            .map(PlatformWorkHandler::kind)
                            .toList());
        }
    }

    private static void assertHandled(Set<LeftWork> left, List<String> handled) {
        assertThat(left).hasSizeGreaterThan(2);
        assertThat(left).allSatisfy(work -> {
            assertThat(work.kinds()).as(work.place()).isNotEmpty();
            assertThat(handled).as(work.place()).containsAll(work.kinds());
        });
    }
}
