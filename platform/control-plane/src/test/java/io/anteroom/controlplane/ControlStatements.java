package io.anteroom.controlplane;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.sql.DataSource;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/** Notes the statements sent to the control schema, so that a test can say how many a page may cost. */
public class ControlStatements implements BeanPostProcessor {

    private final List<String> statements = new CopyOnWriteArrayList<>();

    /** Those since the last {@link #reset()}, without those of sessions. */
    public List<String> ofPages() {
        return statements.stream()
                .filter(sql -> !sql.toLowerCase(Locale.ROOT).contains("operator_session"))
                .toList();
    }

    /** Begins again at none. */
    public void reset() {
        statements.clear();
    }

    @Override
    public Object postProcessAfterInitialization(Object bean, String name) {
        return name.equals("controlDataSource") ? new Noting((DataSource) bean) : bean;
    }

    private final class Noting extends DelegatingDataSource {

        Noting(DataSource real) {
            super(real);
        }

        @Override
        public Connection getConnection() throws SQLException {
            Connection real = super.getConnection();
            return (Connection) Proxy.newProxyInstance(
                    Connection.class.getClassLoader(),
                    new Class<?>[] {Connection.class},
                    (proxy, method, arguments) -> {
                        if (method.getName().startsWith("prepare") && arguments != null) {
                            statements.add(String.valueOf(arguments[0]));
                        }
                        try {
                            return method.invoke(real, arguments);
                        } catch (InvocationTargetException failed) {
                            throw failed.getCause();
                        }
                    });
        }
    }
}
