package io.anteroom.stripeemulator;

import com.google.gson.annotations.SerializedName;
import com.stripe.model.ExpandableField;
import com.stripe.model.StripeObject;
import java.lang.reflect.Field;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** Holds JSON against a class of Stripe's client: each key is one of its fields, each value of that field's type. */
final class Model {

    private Model() {}

    /** What does not fit, by path; empty if all does. */
    static List<String> misfits(JsonNode json, Class<?> model) {
        List<String> misfits = new ArrayList<>();
        check(json, model, model.getSimpleName(), misfits);
        return misfits;
    }

    private static void check(JsonNode json, Type type, String path, List<String> misfits) {
        if (json.isNull()) {
            return;
        }
        if (type instanceof ParameterizedType generic) {
            checkGeneric(json, generic, path, misfits);
        } else if (type instanceof Class<?> model && StripeObject.class.isAssignableFrom(model)) {
            checkObject(json, model, path, misfits);
        } else if (type instanceof Class<?> scalar && !fits(json, scalar)) {
            misfits.add(path + " is not of " + scalar.getSimpleName());
        }
    }

    private static void checkGeneric(JsonNode json, ParameterizedType type, String path, List<String> misfits) {
        Type argument = type.getActualTypeArguments()[0];
        if (type.getRawType() == ExpandableField.class) {
            if (!json.isString()) {
                check(json, argument, path, misfits);
            }
        } else if (type.getRawType() == List.class) {
            json.values().forEach(value -> check(value, argument, path + "[]", misfits));
        } else if (type.getRawType() != Map.class || !json.isObject()) {
            misfits.add(path + " is not of " + type);
        }
    }

    private static void checkObject(JsonNode json, Class<?> model, String path, List<String> misfits) {
        if (!json.isObject()) {
            misfits.add(path + " is not an object");
            return;
        }
        json.forEachEntry((key, value) -> field(model, key)
                .ifPresentOrElse(
                        field -> check(value, field.getGenericType(), path + "." + key, misfits),
                        () -> misfits.add(path + "." + key + " is unknown")));
    }

    private static Optional<Field> field(Class<?> model, String key) {
        return Stream.<Class<?>>iterate(model, type -> type != Object.class, Class::getSuperclass)
                .flatMap(type -> Stream.of(type.getDeclaredFields()))
                .filter(field -> serializedAs(field).equals(key))
                .findFirst();
    }

    private static String serializedAs(Field field) {
        SerializedName name = field.getAnnotation(SerializedName.class);
        return name == null ? "" : name.value();
    }

    private static boolean fits(JsonNode json, Class<?> scalar) {
        if (scalar == String.class) {
            return json.isString();
        }
        if (scalar == Long.class) {
            return json.isIntegralNumber();
        }
        if (scalar == Boolean.class) {
            return json.isBoolean();
        }
        if (scalar == Instant.class) {
            return json.isString() && Instant.parse(json.asString()).getEpochSecond() > 0;
        }
        return json.isObject();
    }
}
