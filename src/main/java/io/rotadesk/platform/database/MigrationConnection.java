package io.rotadesk.platform.database;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.SQLException;
import java.util.Map;
import java.util.TreeMap;
import javax.sql.DataSource;
import org.springframework.boot.autoconfigure.flyway.FlywayConfigurationCustomizer;
import org.springframework.boot.autoconfigure.flyway.FlywayProperties;
import org.springframework.boot.autoconfigure.jdbc.JdbcConnectionDetails;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * A connection for migrations, without a time limit: the pool's connections give a statement up after some seconds.
 */
@Configuration(proxyBeanMethods = false)
class MigrationConnection {

    @Bean
    FlywayConfigurationCustomizer migrationsTakeTheirTime(
            JdbcConnectionDetails database, DataSource pool, FlywayProperties configured) {
        return flyway -> {
            if (configured.getUrl() == null && configured.getUser() == null) {
                flyway.dataSource(database.getJdbcUrl(), database.getUsername(), database.getPassword())
                        .jdbcProperties(propertiesWithoutEnd(pool))
                        .initSql("set search_path to public");
            }
        };
    }

    private static Map<String, String> propertiesWithoutEnd(DataSource pool) {
        Map<String, String> properties = new TreeMap<>();
        try {
            pool.unwrap(HikariDataSource.class)
                    .getDataSourceProperties()
                    .forEach((name, value) -> properties.put(name.toString(), value.toString()));
        } catch (SQLException e) {
            throw new IllegalStateException("The pool of connections is not HikariCP's", e);
        }
        properties.remove("socketTimeout");
        return properties;
    }
}
