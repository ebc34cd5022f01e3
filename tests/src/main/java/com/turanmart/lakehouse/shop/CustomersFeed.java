package com.turanmart.lakehouse.shop;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.apache.hadoop.conf.Configuration;
import org.apache.parquet.example.data.Group;
import org.apache.parquet.example.data.simple.SimpleGroup;
import org.apache.parquet.hadoop.ParquetWriter;
import org.apache.parquet.hadoop.example.ExampleParquetWriter;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.MessageTypeParser;

/** The nightly snapshot of the customers, in Parquet; who is gone is simply absent. */
record CustomersFeed(ShopPlan plan, Customers customers) implements Dataset {
    private static final MessageType SCHEMA = MessageTypeParser.parseMessageType("""
            message customer {
              required int64 customer_id;
              required binary first_name (STRING);
              required binary last_name (STRING);
              optional binary email (STRING);
              required binary phone (STRING);
              required int32 birth_date (DATE);
              required binary city (STRING);
              required binary country (STRING);
              required boolean consent;
              required int64 created_at (TIMESTAMP(MICROS,true));
            }
            """);
    private static final List<String> FIRST =
            List.of("Aziza", "Bobur", "Dilnoza", "Айгерим", "Ерлан", "Fatima", "Hassan", "Kamola", "Нурсултан", "Omar");
    private static final List<String> LAST =
            List.of("Karimov", "O'ktamov", "Сейтова", "Al Mansoori", "Rahimova", "Жумабаев", "Saidov", "Al-Farsi");
    private static final Map<Country, List<String>> CITIES = Map.of(
            Country.UZ, List.of("Tashkent", "Samarkand", "Bukhara", "Namangan"),
            Country.KZ, List.of("Almaty", "Астана", "Shymkent"),
            Country.AE, List.of("Dubai", "Abu Dhabi", "Sharjah"));

    @Override
    public String name() {
        return "shop/customers";
    }

    @Override
    public void land(LocalDate day, Path folder) throws IOException {
        Files.createDirectories(folder);
        Path file = folder.resolve("part-00000.parquet");
        try (ParquetWriter<Group> writer = ExampleParquetWriter.builder(new LocalParquet(LandingFile.hidden(file)))
                .withType(SCHEMA)
                .withConf(new Configuration(false))
                .withCompressionCodec(CompressionCodecName.UNCOMPRESSED)
                .build()) {
            for (int customer = 1; customer <= customers.highest(day); customer++) {
                if (customers.isPresent(customer, day)) {
                    writer.write(row(customer, day));
                }
                // The first six are never deleted.
                if (customer <= Math.min(6, plan.dirt().rows())) {
                    writer.write(row(customer, day));
                }
            }
        }
        ParquetFooter.settle(LandingFile.hidden(file));
        LandingFile.reveal(file);
        try (LandingFile success = new LandingFile(folder.resolve("_SUCCESS"))) {
            success.commit();
        }
    }

    @Override
    public Map<DirtKind, Long> dirt(LocalDate day) {
        Map<DirtKind, Long> rows = new EnumMap<>(DirtKind.class);
        rows.put(DirtKind.DUPLICATE_IN_FILE, (long) Math.min(6, plan.dirt().rows()));
        return rows;
    }

    @Override
    public List<SilverState> silver() {
        return List.of(new CustomersState(customers, this::row), new PeopleState(customers, this::row));
    }

    /** What the snapshot of a day says of a customer who is in it. */
    Group row(int customer, LocalDate day) {
        Dice dice = customers.dice(customer);
        Country country = Country.drawn(dice);
        Group row = new SimpleGroup(SCHEMA)
                .append("customer_id", (long) customer)
                .append("first_name", dice.oneOf(FIRST))
                .append("last_name", dice.oneOf(LAST));
        if (!dice.chance(30)) {
            row.append("email", "customer" + customer + "@example.com");
        }
        List<String> cities = CITIES.getOrDefault(country, List.of());
        int moves = (int) ((day.toEpochDay() + customer) / 40);
        int asks = (int) ((day.toEpochDay() + customer * 3L) / 25);
        return row.append("phone", country.dialCode() + dice.between(100_000_000, 999_999_999))
                .append("birth_date", -dice.between(-12_000, 12_000))
                .append("city", cities.get((dice.below(10) + moves) % cities.size()))
                .append("country", country.name())
                .append("consent", (dice.below(10) + asks) % 4 != 0)
                .append(
                        "created_at",
                        (customers.joined(customer).toEpochDay() * 86_400 - dice.below(86_400)) * 1_000_000);
    }
}
