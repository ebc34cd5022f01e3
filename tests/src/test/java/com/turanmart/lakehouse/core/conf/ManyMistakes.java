package com.turanmart.lakehouse.core.conf;

import static com.turanmart.lakehouse.core.conf.SoundFolder.BRONZE;
import static com.turanmart.lakehouse.core.conf.SoundFolder.GOLD;
import static com.turanmart.lakehouse.core.conf.SoundFolder.LOCAL;
import static com.turanmart.lakehouse.core.conf.SoundFolder.SILVER;
import static com.turanmart.lakehouse.core.conf.SoundFolder.SQL;

import java.util.List;

/** Fourteen mistakes of different kinds in one configuration. */
public final class ManyMistakes {
    public static final List<String> PROBLEMS = List.of(
            "env/local.yaml:3: invalid 'lanes': found 'many', expected a whole number",
            "sql/gold/sales_daily.sql:1: reads 'silver.order', which is no input of gold.sales_daily."
                    + " Did you mean 'silver.orders'?",
            "tables/bronze/shop_orders.yaml:5: invalid 'path': found 'shop/orders/*.csv.gz', expected exactly one {date}",
            "tables/bronze/shop_orders.yaml:8: invalid 'cron': found '0 25 * * *', '25' is outside 0-23",
            "tables/gold/sales_daily.yaml:1: missing key 'grain': Columns that name a row; never null, never twice.",
            "tables/gold/sales_daily.yaml:8: unknown column 'busines_date' of silver.orders in 'touched.silver.orders'."
                    + " Did you mean 'business_date'?",
            "tables/gold/sales_daily.yaml:9: invalid 'zone': found 'Asia/Tashkend', not a known time zone."
                    + " Did you mean 'Asia/Tashkent'?",
            "tables/silver/orders.yaml:6: unknown key 'colums'. Did you mean 'columns'?",
            "tables/silver/orders.yaml:7: invalid 'type': found 'bigit', not a type of Spark SQL. Did you mean 'bigint'?",
            "tables/silver/orders.yaml:9: unknown column 'contry' of bronze.shop_orders in 'from'."
                    + " Did you mean 'country'?",
            "tables/silver/orders.yaml:13: unknown column 'updatd_at' of silver.orders in 'latest_by'."
                    + " Did you mean 'updated_at'?",
            "tables/silver/orders.yaml:16: unknown rule 'ColumnValue'. Did you mean 'ColumnValues'?",
            "tables/silver/orders.yaml:17: unknown column 'id' of silver.orders in 'rule'."
                    + " Known: order_id, updated_at, country, business_date, discount",
            "tables/silver/refunds.yml: unexpected file, expected tables/<bronze|silver|gold>/<table>.yaml");

    private ManyMistakes() {}

    public static SoundFolder plant(SoundFolder folder) {
        return folder.replace(LOCAL, "lanes: 2", "lanes: many")
                .replace(SQL, "silver.orders", "silver.order")
                .replace(BRONZE, "dt={date}/", "")
                .replace(BRONZE, "0 1 * * *", "0 25 * * *")
                .replace(GOLD, "grain: [business_date, country]\n", "")
                .replace(GOLD, "silver.orders: business_date", "silver.orders: busines_date")
                .replace(GOLD, "Asia/Tashkent", "Asia/Tashkend")
                .replace(SILVER, "columns:", "colums:")
                .replace(SILVER, "type: bigint", "type: bigit")
                .replace(SILVER, "from: country", "from: contry")
                .replace(SILVER, "latest_by: [updated_at", "latest_by: [updatd_at")
                .replace(SILVER, "ColumnValues", "ColumnValue")
                .replace(SILVER, "IsPrimaryKey \"order_id\"", "IsPrimaryKey \"id\"")
                .write("tables/silver/refunds.yml", "");
    }
}
