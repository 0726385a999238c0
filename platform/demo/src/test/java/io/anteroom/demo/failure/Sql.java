package io.anteroom.demo.failure;

import io.anteroom.demo.RunningDemo;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/** Looks into the demo's database, and meddles with it, as superuser. */
final class Sql {

    private static final String DATABASE = "anteroom";

    private Sql() {}

    static Connection connect() {
        try {
            return RunningDemo.shared().postgres().connect(DATABASE);
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }

    static void run(String sql) {
        try (Connection superuser = connect();
                Statement statement = superuser.createStatement()) {
            statement.execute(sql);
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }

    /** The first column of what a query finds. */
    static List<String> texts(String sql, String... parameters) {
        try (Connection superuser = connect();
                PreparedStatement statement = superuser.prepareStatement(sql)) {
            for (int i = 0; i < parameters.length; i++) {
                statement.setString(i + 1, parameters[i]);
            }
            try (ResultSet rows = statement.executeQuery()) {
                List<String> texts = new ArrayList<>();
                while (rows.next()) {
                    texts.add(rows.getString(1));
                }
                return texts;
            }
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }
}
