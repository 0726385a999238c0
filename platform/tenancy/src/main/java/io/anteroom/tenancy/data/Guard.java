package io.anteroom.tenancy.data;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/**
 * Stands in front of one JDBC object. What a guard does not name as harmless is refused, so that a method added to JDBC
 * is refused until somebody has thought about it.
 */
abstract class Guard<T> implements InvocationHandler {

    private static final Object[] NONE = {};

    private final Class<T> type;
    private final T proxy;

    Guard(Class<T> type) {
        this.type = type;
        this.proxy = type.cast(Proxy.newProxyInstance(Guard.class.getClassLoader(), new Class<?>[] {type}, this));
    }

    /** The object behind this guard; not to be handed out. */
    abstract T target() throws SQLException;

    /** Answers a call; {@link #pass} lets it through. */
    abstract @Nullable Object call(Method method, Object[] arguments) throws Throwable;

    /** Told of each exception that came from behind. */
    void failed(SQLException failure) {}

    /** Told of each call that was refused. */
    void refused() {}

    final T proxy() {
        return proxy;
    }

    @Override
    @SuppressWarnings("ReferenceEquality") // a guard stands for one object
    public final @Nullable Object invoke(Object self, Method method, Object @Nullable [] arguments) throws Throwable {
        Object[] given = arguments == null ? NONE : arguments;
        return switch (method.getName()) {
            case "equals" -> self == given[0];
            case "hashCode" -> System.identityHashCode(self);
            case "toString" -> "guarded " + type.getSimpleName();
            case "isWrapperFor" -> given[0] instanceof Class<?> wanted && wanted.isInstance(self);
            case "unwrap" -> unwrap(self, (Class<?>) given[0]);
            default -> counted(method, given);
        };
    }

    private @Nullable Object counted(Method method, Object[] arguments) throws Throwable {
        try {
            return call(method, arguments);
        } catch (RefusedSqlException refusal) {
            refused();
            throw refusal;
        }
    }

    private static Object unwrap(Object self, Class<?> wanted) throws SQLException {
        if (wanted.isInstance(self)) {
            return self;
        }
        throw new RefusedSqlException("unwrap");
    }

    /** Calls the method on what stands behind. */
    final @Nullable Object pass(Method method, Object[] arguments) throws Throwable {
        return pass(target(), method, arguments);
    }

    final @Nullable Object pass(Object target, Method method, Object[] arguments) throws Throwable {
        try {
            return method.invoke(target, arguments);
        } catch (InvocationTargetException thrown) {
            if (thrown.getCause() instanceof SQLException failure) {
                failed(failure);
            }
            throw thrown.getCause();
        }
    }

    static RefusedSqlException refused(Method method) {
        return new RefusedSqlException(method.getDeclaringClass().getSimpleName() + "." + method.getName());
    }
}
