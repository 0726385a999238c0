package io.anteroom.testing;

import io.anteroom.tenancy.TenantDirectory;
import io.anteroom.tenancy.data.NoticeListener;
import io.anteroom.tenancy.data.Remembered;
import org.springframework.context.ApplicationContext;
import org.springframework.core.Ordered;
import org.springframework.test.context.TestContext;
import org.springframework.test.context.TestExecutionListener;

/** Before each test: empty tables, the clock at its start, nothing counted, nothing remembered of the tenants or their data. */
public final class CleanSlate implements TestExecutionListener, Ordered {

    /** Before Spring's own listener that opens a test's transaction. */
    @Override
    public int getOrder() {
        return 1_000;
    }

    @Override
    public void beforeTestMethod(TestContext test) {
        TestDatabase.shared().clean();
        ApplicationContext context = test.getApplicationContext();
        context.getBeanProvider(TenantDirectory.class).ifAvailable(TenantDirectory::missed);
        context.getBeanProvider(NoticeListener.class).stream()
                .filter(Remembered.class::isInstance)
                .forEach(NoticeListener::missed);
        context.getBeanProvider(TestClock.class).ifAvailable(clock -> clock.set(TestClock.START));
        context.getBeanProvider(StatementCount.class).ifAvailable(StatementCount::reset);
    }
}
