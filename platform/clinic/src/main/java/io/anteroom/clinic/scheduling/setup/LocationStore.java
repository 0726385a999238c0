package io.anteroom.clinic.scheduling.setup;

import io.anteroom.clinic.patient.PhoneNumber;
import io.anteroom.clinic.scheduling.LocationId;
import io.anteroom.clinic.scheduling.RoomId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The tables of locations and rooms. */
@Repository
class LocationStore {

    private static final String LOCATIONS = """
            select id, version, name, street, postcode, city, country, map_link, phone, time_zone, ended_at is null as open
              from __tenant__.location""";

    private final JdbcClient jdbc;

    LocationStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<Location> all() {
        Map<LocationId, List<Room>> rooms = rooms().collect(Collectors.groupingBy(Room::location));
        return jdbc.sql(LOCATIONS + " order by ended_at is not null, position, id")
                .query((row, _) -> location(row, rooms))
                .list();
    }

    Optional<Location> find(LocationId id) {
        Map<LocationId, List<Room>> rooms =
                rooms().filter(room -> room.location().equals(id)).collect(Collectors.groupingBy(Room::location));
        return jdbc.sql(LOCATIONS + " where id = ?")
                .param(id.value())
                .query((row, _) -> location(row, rooms))
                .optional();
    }

    LocationId add(LocationDetails details, int position) {
        return new LocationId(jdbc.sql("""
                        insert into __tenant__.location
                            (name, street, postcode, city, country, map_link, phone, time_zone, position, version)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?, 0) returning id""")
                .params(columns(details))
                .param(position)
                .query(Long.class)
                .single());
    }

    void change(LocationId id, LocationDetails details) {
        jdbc.sql("""
                        update __tenant__.location
                           set name = ?, street = ?, postcode = ?, city = ?, country = ?, map_link = ?, phone = ?,
                               time_zone = ?, version = version + 1
                         where id = ?""").params(columns(details)).param(id.value()).update();
    }

    Optional<Room> room(RoomId id) {
        return jdbc.sql("select id, location_id, name, ended_at is null as open from __tenant__.room where id = ?")
                .param(id.value())
                .query((row, _) -> room(row))
                .optional();
    }

    private Stream<Room> rooms() {
        return jdbc.sql("""
                        select id, location_id, name, ended_at is null as open from __tenant__.room
                         order by ended_at is not null, lower(name), id""").query((row, _) -> room(row)).list().stream();
    }

    private static List<Object> columns(LocationDetails details) {
        return Arrays.asList(
                details.name(),
                details.street(),
                details.postcode(),
                details.city(),
                details.country(),
                details.mapLink(),
                details.phone() == null ? null : details.phone().value(),
                details.zone().getId());
    }

    private static Location location(ResultSet row, Map<LocationId, List<Room>> rooms) throws SQLException {
        var id = new LocationId(row.getLong("id"));
        String phone = row.getString("phone");
        return new Location(
                id,
                row.getInt("version"),
                new LocationDetails(
                        row.getString("name"),
                        row.getString("street"),
                        row.getString("postcode"),
                        row.getString("city"),
                        row.getString("country"),
                        row.getString("map_link"),
                        phone == null ? null : new PhoneNumber(phone),
                        ZoneId.of(row.getString("time_zone"))),
                row.getBoolean("open"),
                rooms.getOrDefault(id, List.of()));
    }

    private static Room room(ResultSet row) throws SQLException {
        return new Room(
                new RoomId(row.getLong("id")),
                new LocationId(row.getLong("location_id")),
                row.getString("name"),
                row.getBoolean("open"));
    }
}
