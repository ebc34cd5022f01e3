package com.turanmart.lakehouse.shop;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** The catalogue's nightly snapshot: the header's order differs by day, and a column comes later. */
record ProductsFeed(ShopPlan plan, Catalogue catalogue) implements Dataset {
    private static final int BRAND_SINCE = 2;
    private static final int GHOST = 900_000;

    @Override
    public String name() {
        return "catalogue/products";
    }

    @Override
    public void land(LocalDate day, Path folder) throws IOException {
        List<String> header = header(day);
        try (LandingFile file = new LandingFile(folder.resolve("products.csv"))) {
            file.line(String.join(",", header));
            for (int product = 1; product <= Catalogue.PRODUCTS; product++) {
                file.line(text(header, product, day, cost(product, day)));
                if (product <= plan.dirt().rows()) {
                    file.line(text(header, product, day, cost(product, day)));
                    file.line(text(List.of("name", "category"), GHOST + product, day, ""));
                    file.line(text(header, GHOST + 100 + product, day, "0.0000") + ",0,0");
                    file.line(text(header, GHOST + 200 + product, day, "n/a"));
                }
            }
            file.commit();
        }
    }

    @Override
    public Map<DirtKind, Long> dirt(LocalDate day) {
        Map<DirtKind, Long> rows = new EnumMap<>(DirtKind.class);
        for (DirtKind kind : List.of(
                DirtKind.DUPLICATE_IN_FILE, DirtKind.TOO_FEW_FIELDS, DirtKind.TOO_MANY_FIELDS, DirtKind.WRONG_TYPE)) {
            rows.put(kind, (long) plan.dirt().rows());
        }
        return rows;
    }

    @Override
    public List<SilverState> silver() {
        return List.of(new ProductsState(catalogue));
    }

    private List<String> header(LocalDate day) {
        List<String> header = new ArrayList<>(List.of("product_id", "name", "category", "unit_cost_usd"));
        if (plan.indexOf(day) >= BRAND_SINCE) {
            header.add("brand");
        }
        Collections.rotate(header, plan.indexOf(day));
        return header;
    }

    private String cost(int product, LocalDate day) {
        return BigDecimal.valueOf(catalogue.unitCost(product, day), 4).toPlainString();
    }

    private String text(List<String> header, int product, LocalDate day, String cost) {
        CsvRow row = new CsvRow();
        for (String column : header) {
            row.field(
                    switch (column) {
                        case "product_id" -> Integer.toString(product);
                        case "name" -> catalogue.name(product);
                        case "category" -> Catalogue.CATEGORIES.get(catalogue.category(product, day));
                        case "brand" -> catalogue.brand(product);
                        default -> cost;
                    });
        }
        return row.text().toString();
    }
}
