package io.anteroom.stripeemulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.annotations.SerializedName;
import com.stripe.net.ApiRequestParams;
import com.stripe.param.BalanceRetrieveParams;
import com.stripe.param.BalanceTransactionListParams;
import com.stripe.param.BalanceTransactionRetrieveParams;
import com.stripe.param.ChargeListParams;
import com.stripe.param.ChargeRetrieveParams;
import com.stripe.param.ChargeUpdateParams;
import com.stripe.param.CustomerCreateParams;
import com.stripe.param.CustomerListParams;
import com.stripe.param.CustomerPaymentMethodListParams;
import com.stripe.param.CustomerPaymentMethodRetrieveParams;
import com.stripe.param.CustomerRetrieveParams;
import com.stripe.param.CustomerSearchParams;
import com.stripe.param.CustomerUpdateParams;
import com.stripe.param.DisputeCloseParams;
import com.stripe.param.DisputeListParams;
import com.stripe.param.DisputeRetrieveParams;
import com.stripe.param.DisputeUpdateParams;
import com.stripe.param.EventListParams;
import com.stripe.param.EventRetrieveParams;
import com.stripe.param.PaymentIntentCancelParams;
import com.stripe.param.PaymentIntentConfirmParams;
import com.stripe.param.PaymentIntentCreateParams;
import com.stripe.param.PaymentIntentListParams;
import com.stripe.param.PaymentIntentRetrieveParams;
import com.stripe.param.PaymentIntentUpdateParams;
import com.stripe.param.PaymentMethodAttachParams;
import com.stripe.param.PaymentMethodCreateParams;
import com.stripe.param.PaymentMethodDetachParams;
import com.stripe.param.PaymentMethodListParams;
import com.stripe.param.PaymentMethodRetrieveParams;
import com.stripe.param.PaymentMethodUpdateParams;
import com.stripe.param.PayoutCancelParams;
import com.stripe.param.PayoutCreateParams;
import com.stripe.param.PayoutListParams;
import com.stripe.param.PayoutRetrieveParams;
import com.stripe.param.RefundCancelParams;
import com.stripe.param.RefundCreateParams;
import com.stripe.param.RefundListParams;
import com.stripe.param.RefundRetrieveParams;
import com.stripe.param.RefundUpdateParams;
import com.stripe.param.SetupIntentCancelParams;
import com.stripe.param.SetupIntentConfirmParams;
import com.stripe.param.SetupIntentCreateParams;
import com.stripe.param.SetupIntentListParams;
import com.stripe.param.SetupIntentRetrieveParams;
import com.stripe.param.WebhookEndpointCreateParams;
import com.stripe.param.WebhookEndpointListParams;
import com.stripe.param.checkout.SessionCreateParams;
import com.stripe.param.checkout.SessionExpireParams;
import com.stripe.param.checkout.SessionListParams;
import com.stripe.param.checkout.SessionRetrieveParams;
import com.stripe.param.v2.core.AccountCreateParams;
import com.stripe.param.v2.core.AccountLinkCreateParams;
import com.stripe.param.v2.core.AccountRetrieveParams;
import io.anteroom.stripeemulator.http.Routes.Known;
import java.io.IOException;
import java.lang.reflect.Field;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Each parameter of each route that the emulator takes is one that Stripe's client can send there. */
class ParamsContractTest {

    private static final Map<String, Class<? extends ApiRequestParams>> PARAMS = Map.ofEntries(
            Map.entry("POST /v2/core/accounts", AccountCreateParams.class),
            Map.entry("GET /v2/core/accounts/{id}", AccountRetrieveParams.class),
            Map.entry("POST /v2/core/account_links", AccountLinkCreateParams.class),
            Map.entry("POST /v1/customers", CustomerCreateParams.class),
            Map.entry("GET /v1/customers", CustomerListParams.class),
            Map.entry("GET /v1/customers/search", CustomerSearchParams.class),
            Map.entry("GET /v1/customers/{id}", CustomerRetrieveParams.class),
            Map.entry("POST /v1/customers/{id}", CustomerUpdateParams.class),
            Map.entry("POST /v1/payment_methods", PaymentMethodCreateParams.class),
            Map.entry("GET /v1/payment_methods", PaymentMethodListParams.class),
            Map.entry("GET /v1/payment_methods/{id}", PaymentMethodRetrieveParams.class),
            Map.entry("POST /v1/payment_methods/{id}", PaymentMethodUpdateParams.class),
            Map.entry("POST /v1/payment_methods/{id}/attach", PaymentMethodAttachParams.class),
            Map.entry("POST /v1/payment_methods/{id}/detach", PaymentMethodDetachParams.class),
            Map.entry("GET /v1/customers/{id}/payment_methods", CustomerPaymentMethodListParams.class),
            Map.entry("GET /v1/customers/{customer}/payment_methods/{id}", CustomerPaymentMethodRetrieveParams.class),
            Map.entry("POST /v1/setup_intents", SetupIntentCreateParams.class),
            Map.entry("GET /v1/setup_intents", SetupIntentListParams.class),
            Map.entry("GET /v1/setup_intents/{id}", SetupIntentRetrieveParams.class),
            Map.entry("POST /v1/setup_intents/{id}/confirm", SetupIntentConfirmParams.class),
            Map.entry("POST /v1/setup_intents/{id}/cancel", SetupIntentCancelParams.class),
            Map.entry("POST /v1/payment_intents", PaymentIntentCreateParams.class),
            Map.entry("GET /v1/payment_intents", PaymentIntentListParams.class),
            Map.entry("GET /v1/payment_intents/{id}", PaymentIntentRetrieveParams.class),
            Map.entry("POST /v1/payment_intents/{id}", PaymentIntentUpdateParams.class),
            Map.entry("POST /v1/payment_intents/{id}/confirm", PaymentIntentConfirmParams.class),
            Map.entry("POST /v1/payment_intents/{id}/cancel", PaymentIntentCancelParams.class),
            Map.entry("POST /v1/checkout/sessions", SessionCreateParams.class),
            Map.entry("GET /v1/checkout/sessions", SessionListParams.class),
            Map.entry("GET /v1/checkout/sessions/{id}", SessionRetrieveParams.class),
            Map.entry("POST /v1/checkout/sessions/{id}/expire", SessionExpireParams.class),
            Map.entry("GET /v1/charges", ChargeListParams.class),
            Map.entry("GET /v1/charges/{id}", ChargeRetrieveParams.class),
            Map.entry("POST /v1/charges/{id}", ChargeUpdateParams.class),
            Map.entry("POST /v1/refunds", RefundCreateParams.class),
            Map.entry("GET /v1/refunds", RefundListParams.class),
            Map.entry("GET /v1/refunds/{id}", RefundRetrieveParams.class),
            Map.entry("POST /v1/refunds/{id}", RefundUpdateParams.class),
            Map.entry("POST /v1/refunds/{id}/cancel", RefundCancelParams.class),
            Map.entry("GET /v1/disputes", DisputeListParams.class),
            Map.entry("GET /v1/disputes/{id}", DisputeRetrieveParams.class),
            Map.entry("POST /v1/disputes/{id}", DisputeUpdateParams.class),
            Map.entry("POST /v1/disputes/{id}/close", DisputeCloseParams.class),
            Map.entry("GET /v1/balance", BalanceRetrieveParams.class),
            Map.entry("GET /v1/balance_transactions", BalanceTransactionListParams.class),
            Map.entry("GET /v1/balance_transactions/{id}", BalanceTransactionRetrieveParams.class),
            Map.entry("POST /v1/payouts", PayoutCreateParams.class),
            Map.entry("GET /v1/payouts", PayoutListParams.class),
            Map.entry("GET /v1/payouts/{id}", PayoutRetrieveParams.class),
            Map.entry("POST /v1/payouts/{id}/cancel", PayoutCancelParams.class),
            Map.entry("GET /v1/events", EventListParams.class),
            Map.entry("GET /v1/events/{id}", EventRetrieveParams.class),
            Map.entry("POST /v1/webhook_endpoints", WebhookEndpointCreateParams.class),
            Map.entry("GET /v1/webhook_endpoints", WebhookEndpointListParams.class));

    /** These take nothing, and Stripe's client has no class for it. */
    private static final Set<String> WITHOUT = Set.of("DELETE /v1/customers/{id}", "GET /v2/core/events/{id}");

    @Test
    void everyParameterIsOneOfTheClients() throws IOException {
        try (var emulator = StripeEmulator.start(EmulatorOptions.defaults())) {
            for (Known route : emulator.routes()) {
                Class<?> params = PARAMS.get(route.line());
                if (WITHOUT.contains(route.line())) {
                    assertThat(route.params()).as(route.line()).isEmpty();
                } else {
                    assertThat(params).as(route.line()).isNotNull();
                    assertThat(route.params())
                            .as(route.line())
                            .allSatisfy(name ->
                                    assertThat(known(params, parts(name))).isTrue());
                }
            }
        }
    }

    @Test
    void theCheckItselfFindsWhatTheClientCannotSend() {
        assertThat(known(RefundCreateParams.class, parts("amount"))).isTrue();
        assertThat(known(RefundCreateParams.class, parts("colour"))).isFalse();
        assertThat(known(PaymentMethodCreateParams.class, parts("card[token]"))).isTrue();
        assertThat(known(PaymentMethodCreateParams.class, parts("card[colour]")))
                .isFalse();
        assertThat(known(SessionCreateParams.class, parts("line_items[][price_data][colour]")))
                .isFalse();
    }

    private static List<String> parts(String name) {
        return List.of(name.replace("[]", "").replace("]", "").split("\\[", -1));
    }

    private static boolean known(Class<?> params, List<String> name) {
        Optional<Field> field = Stream.of(params.getDeclaredFields())
                .filter(each -> serializedAs(each).equals(name.getFirst()))
                .findFirst();
        List<String> rest = name.subList(1, name.size());
        if (field.isEmpty() || rest.isEmpty()) {
            return field.isPresent();
        }
        Class<?> type = raw(field.get().getGenericType());
        // What may be of several classes, or cleared, is declared as Object; its classes are nested in the same one.
        return type == Object.class
                ? Stream.of(params.getDeclaredClasses()).anyMatch(nested -> known(nested, rest))
                : known(type, rest);
    }

    private static String serializedAs(Field field) {
        SerializedName name = field.getAnnotation(SerializedName.class);
        return name == null ? "" : name.value();
    }

    private static Class<?> raw(Type type) {
        return type instanceof ParameterizedType list
                ? raw(list.getActualTypeArguments()[list.getActualTypeArguments().length - 1])
                : (Class<?>) type;
    }
}
