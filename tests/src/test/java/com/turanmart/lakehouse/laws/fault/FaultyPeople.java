package com.turanmart.lakehouse.laws.fault;

import static com.turanmart.lakehouse.laws.fault.Expected.held;
import static com.turanmart.lakehouse.laws.fault.Expected.warned;
import static com.turanmart.lakehouse.laws.fault.Sources.CONTACTS;
import static com.turanmart.lakehouse.laws.fault.Sources.OTHERS;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.not;

import java.util.List;

/** Wrong lists of customers and contacts. */
final class FaultyPeople {
    static final List<Fault> ALL = List.of(
            Fault.of(
                            OTHERS,
                            "half of the customers are gone",
                            night -> night.customers(list -> list.where("customer_id % 2 = 0")),
                            held("silver.customers", ""))
                    .in("halves"),
            Fault.of(
                            OTHERS,
                            "the list of customers is empty",
                            night -> night.customers(list -> list.where("false")),
                            held("silver.customers", ""))
                    .in("nothing"),
            Fault.of(
                            OTHERS,
                            "nobody has an e-mail address",
                            night -> night.customers(
                                    list -> list.withColumn("email", lit(null).cast("string"))),
                            warned("silver.customers", "email"))
                    .in("less"),
            Fault.of(
                            OTHERS,
                            "customers of a country that is none",
                            night -> night.customers(list -> list.withColumn("country", lit("XX"))),
                            held("silver.customers", "country"))
                    .in("nowhere"),
            Fault.of(
                            OTHERS,
                            "consent is turned round",
                            night -> night.customers(list -> list.withColumn("consent", not(col("consent")))),
                            warned("gold.customer_360", "consent"))
                    .in("less"),
            Fault.of(
                            OTHERS,
                            "a third of the contacts",
                            night -> night.lines(CONTACTS, lines -> lines.subList(0, lines.size() / 3)),
                            held("silver.crm_contacts", ""))
                    .in("halves"));

    private FaultyPeople() {}
}
