package io.anteroom.demo;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.concurrent.atomic.AtomicReference;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.context.ConfigurableApplicationContext;

/** The system's clock, which a test may set wrong. */
public final class MovableClock extends Clock {

    private final AtomicReference<Duration> wrong = new AtomicReference<>(Duration.ZERO);
    private final Clock right = Clock.systemUTC();

    /** Sets it {@code by} ahead of the true time; behind, if negative; right, if zero. */
    public void set(Duration by) {
        wrong.set(by);
    }

    @Override
    public Instant instant() {
        return right.instant().plus(wrong.get());
    }

    @Override
    public ZoneId getZone() {
        return right.getZone();
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return Clock.offset(right, wrong.get()).withZone(zone);
    }

    /** The application takes this for its clock. */
    void takeOver(ConfigurableApplicationContext context) {
        context.getBeanFactory().addBeanPostProcessor(new BeanPostProcessor() {
            @Override
            public Object postProcessAfterInitialization(Object bean, String name) {
                return bean instanceof Clock ? MovableClock.this : bean;
            }
        });
    }
}
