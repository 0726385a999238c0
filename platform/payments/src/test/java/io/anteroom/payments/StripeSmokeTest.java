package io.anteroom.payments;

import com.stripe.exception.StripeException;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** The walk that {@link StripeTestModeTest} takes through Stripe's test mode, through the emulator: so that it is known to be one that can be walked. */
class StripeSmokeTest extends PaymentsFixture {

    @Autowired
    ApplicationContext context;

    @Test
    void theEmulatorDoesAllThatWeAskOfStripe() throws StripeException {
        String account = connect(north());
        new StripeSmoke(context, north(), account).walk();
    }
}
