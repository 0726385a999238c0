package io.anteroom.clinic.billing;

import io.anteroom.payments.card.CardConsents;
import io.anteroom.payments.card.Cards;
import io.anteroom.payments.card.SavedCardPayments;
import java.lang.reflect.Proxy;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;

/** For tests in which nobody asks for a saved card: whoever does fails. */
@TestConfiguration(proxyBeanMethods = false)
class NoCards {

    @Bean
    Cards cards() {
        return none(Cards.class);
    }

    @Bean
    CardConsents cardConsents() {
        return none(CardConsents.class);
    }

    @Bean
    SavedCardPayments savedCardPayments() {
        return none(SavedCardPayments.class);
    }

    private static <T> T none(Class<T> port) {
        return port.cast(Proxy.newProxyInstance(
                port.getClassLoader(), new Class<?>[] {port}, (self, method, _) -> switch (method.getName()) {
                    case "hashCode" -> System.identityHashCode(self);
                    case "equals" -> false;
                    case "toString" -> port.getSimpleName();
                    default -> throw new IllegalStateException(method + " was asked");
                }));
    }
}
