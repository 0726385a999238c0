package io.anteroom.controlplane;

import io.anteroom.controlplane.identity.FakeIdentityProvider;
import org.springframework.test.context.TestContext;
import org.springframework.test.context.TestExecutionListener;

/** Before each test the fakes know nothing. */
class FreshFakes implements TestExecutionListener {

    @Override
    public void beforeTestMethod(TestContext test) {
        test.getApplicationContext().getBean(FakeIdentityProvider.class).forgetAll();
    }
}
