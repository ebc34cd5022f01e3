package com.turanmart.lakehouse.pipeline;

import com.turanmart.lakehouse.shop.Shop;
import com.turanmart.lakehouse.shop.demo.TruthCheck;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;

/** What a shop says that the tables of a lakehouse must hold after its deliveries up to a day, row for row. */
final class TruthOfShop {
    private static final String FINANCE = "gold.finance_daily";

    private final Shop shop;
    private final LocalDate day;
    private final Path figures;

    /** A table beside it: the rows of the table, and those that only one side has. */
    record Beside(long rows, List<String> differences) {}

    /** @param root of the shop; its figures are kept there too */
    TruthOfShop(Shop shop, Path root, LocalDate day) {
        this.shop = shop;
        this.day = day;
        figures = shop.truth(root, day);
    }

    /** The marts that it knows. */
    static List<String> marts(Shop shop) {
        return Stream.concat(Stream.of(FINANCE), shop.marts().stream()).toList();
    }

    /** The tables of silver that it knows. */
    static List<String> silver(Shop shop) {
        return List.copyOf(shop.tables().keySet());
    }

    Beside beside(LakehouseUnderTest lakehouse, String table) {
        return new Beside(lakehouse.count(table), differences(lakehouse, table));
    }

    private List<String> differences(LakehouseUnderTest lakehouse, String table) {
        return shop.tables().containsKey(table)
                ? TruthCheck.differences(lakehouse.read(table), shop.tables().get(table), shop.rows(table, day))
                : TruthCheck.differences(lakehouse.read(table), figures, table.substring(table.indexOf('.') + 1));
    }
}
