package io.anteroom.stripeemulator.objects;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.annotations.SerializedName;
import com.stripe.param.ChargeListParams;
import com.stripe.param.ChargeRetrieveParams;
import com.stripe.param.CustomerCreateParams;
import com.stripe.param.CustomerListParams;
import com.stripe.param.EventListParams;
import com.stripe.param.PaymentIntentCancelParams;
import com.stripe.param.PaymentIntentConfirmParams;
import com.stripe.param.PaymentIntentCreateParams;
import com.stripe.param.PaymentIntentListParams;
import com.stripe.param.RefundCreateParams;
import com.stripe.param.RefundListParams;
import com.stripe.param.WebhookEndpointCreateParams;
import com.stripe.param.checkout.SessionCreateParams;
import com.stripe.param.checkout.SessionListParams;
import com.stripe.param.v2.core.AccountCreateParams;
import com.stripe.param.v2.core.AccountLinkCreateParams;
import java.lang.reflect.Field;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Each parameter that the emulator takes is one that Stripe's client can send. */
class ParamsContractTest {

    static Stream<Arguments> taken() {
        return Stream.of(
                Arguments.of(SessionCreateParams.class, CheckoutSessions.CREATE),
                Arguments.of(SessionListParams.class, CheckoutSessions.LIST),
                Arguments.of(PaymentIntentCreateParams.class, PaymentIntents.CREATE),
                Arguments.of(PaymentIntentConfirmParams.class, PaymentIntents.CONFIRM),
                Arguments.of(PaymentIntentCancelParams.class, PaymentIntents.CANCEL),
                Arguments.of(PaymentIntentListParams.class, PaymentIntents.LIST),
                Arguments.of(ChargeListParams.class, Charges.LIST),
                Arguments.of(ChargeRetrieveParams.class, Charges.GET),
                Arguments.of(RefundCreateParams.class, Refunds.CREATE),
                Arguments.of(RefundListParams.class, Refunds.LIST),
                Arguments.of(CustomerCreateParams.class, Customers.CREATE),
                Arguments.of(CustomerListParams.class, Customers.LIST),
                Arguments.of(EventListParams.class, EventLog.LIST),
                Arguments.of(WebhookEndpointCreateParams.class, WebhookEndpoints.CREATE),
                Arguments.of(AccountCreateParams.class, Accounts.CREATE),
                Arguments.of(AccountLinkCreateParams.class, AccountLinks.CREATE));
    }

    @ParameterizedTest
    @MethodSource("taken")
    void everyParameterIsOneOfTheClients(Class<?> params, Set<String> names) {
        assertThat(names).allSatisfy(name -> assertThat(known(params, name)).isTrue());
    }

    private static boolean known(Type at, String name) {
        Type type = at;
        for (String part : name.replace("[]", "").replace("]", "").split("\\[", -1)) {
            Type found = field(raw(type), part);
            if (found == null) {
                return false;
            }
            type = found;
        }
        return true;
    }

    private static @org.jspecify.annotations.Nullable Type field(Class<?> params, String name) {
        for (Field field : params.getDeclaredFields()) {
            SerializedName serialized = field.getAnnotation(SerializedName.class);
            if (serialized != null && serialized.value().equals(name)) {
                return namedLike(field, params);
            }
        }
        return null;
    }

    /** A field that may be cleared is declared as Object; its class is the nested one of the same name. */
    private static Type namedLike(Field field, Class<?> params) {
        Type type = field.getGenericType();
        if (type != Object.class) {
            return type;
        }
        return Stream.of(params.getDeclaredClasses())
                .filter(nested -> nested.getSimpleName().equalsIgnoreCase(field.getName()))
                .<Type>map(nested -> nested)
                .findFirst()
                .orElse(type);
    }

    private static Class<?> raw(Type type) {
        if (type instanceof ParameterizedType list) {
            return raw(list.getActualTypeArguments()[list.getActualTypeArguments().length - 1]);
        }
        return (Class<?>) type;
    }
}
