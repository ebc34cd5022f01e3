package com.turanmart.lakehouse.silver.privacy;

import static org.apache.spark.sql.functions.concat;
import static org.apache.spark.sql.functions.date_format;
import static org.apache.spark.sql.functions.floor;
import static org.apache.spark.sql.functions.length;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.udf;
import static org.apache.spark.sql.functions.when;
import static org.apache.spark.sql.functions.year;

import com.turanmart.lakehouse.core.conf.Privacy;
import com.turanmart.lakehouse.core.conf.Privacy.Generalise;
import com.turanmart.lakehouse.core.conf.Privacy.Mask;
import com.turanmart.lakehouse.core.conf.Privacy.Pseudonym;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.MetadataBuilder;

/** What is kept of one personal value in place of it. */
final class Kept {
    private static final String STARS = "****";

    private Kept() {}

    /** The column under its name; a pseudonym says in its metadata under which key it was made. */
    static Column of(Privacy privacy, Column value, String name, DataType type) {
        if (privacy instanceof Pseudonym pseudonym) {
            var metadata = new MetadataBuilder()
                    .putString(KeyMark.NAME, KeyMark.of(pseudonym))
                    .build();
            return udf(new Pseudonyms(pseudonym.secret(), pseudonym.domain()), DataTypes.StringType)
                    .withName("pseudonym")
                    .apply(value.cast(DataTypes.StringType))
                    .as(name, metadata);
        }
        if (privacy instanceof Mask mask) {
            return masked(mask, value).as(name);
        }
        return (privacy instanceof Generalise generalise ? generalised(generalise, value, type) : value).as(name);
    }

    /** A value that would show more than it hides is stars alone; the stars do not tell how long it was. */
    private static Column masked(Mask mask, Column value) {
        var shown = mask.keepFirst() + mask.keepLast();
        var last = mask.keepLast() == 0 ? lit("") : value.substr(-mask.keepLast(), mask.keepLast());
        return when(
                        length(value).geq(Math.max(1, 2 * shown)),
                        concat(value.substr(1, mask.keepFirst()), lit(STARS), last))
                .when(value.isNotNull(), lit(STARS));
    }

    private static Column generalised(Generalise generalise, Column value, DataType type) {
        return switch (generalise.to()) {
            case YEAR -> year(value);
            case MONTH -> date_format(value, "yyyy-MM");
            case BAND ->
                floor(value.divide(generalise.width()))
                        .multiply(generalise.width())
                        .cast(type);
        };
    }
}
