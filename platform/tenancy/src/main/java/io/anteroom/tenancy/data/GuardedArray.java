package io.anteroom.tenancy.data;

import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Array;
import java.sql.ResultSet;
import org.jspecify.annotations.Nullable;

/** An SQL array. The driver's own keeps its connection, and as a result set it would hand it out. */
final class GuardedArray extends Guard<Array> {

    private final Array array;

    GuardedArray(Array array) {
        super(Array.class);
        this.array = array;
    }

    /** What the driver understands: the array itself where {@code value} is a guarded one. */
    static Object plain(Object value) {
        return value instanceof Array
                        && Proxy.isProxyClass(value.getClass())
                        && Proxy.getInvocationHandler(value) instanceof GuardedArray guard
                ? guard.array
                : value;
    }

    @Override
    Array target() {
        return array;
    }

    @Override
    @Nullable
    Object call(Method method, Object[] arguments) throws Throwable {
        if (method.getReturnType() == ResultSet.class) {
            throw refused(method);
        }
        return pass(method, arguments);
    }
}
