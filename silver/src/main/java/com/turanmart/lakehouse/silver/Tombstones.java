package com.turanmart.lakehouse.silver;

import static org.apache.spark.sql.functions.expr;

import com.turanmart.lakehouse.core.conf.TableName;
import com.turanmart.lakehouse.core.sql.Names;
import com.turanmart.lakehouse.silver.transform.Versions;
import java.util.Optional;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Deletes that a table remembers, so that a late older version brings no row back. They are written before the table
 * itself: writing them twice changes nothing.
 */
final class Tombstones {
    private final Step step;
    private final Versions versions;
    private final KeyRange range;
    private final TableName graveyard;

    /** @param range the keys in question */
    Tombstones(Step step, Versions versions, KeyRange range) {
        this.step = step;
        this.versions = versions;
        this.range = range;
        graveyard = step.beside("deleted");
    }

    void remember(Dataset<Row> gone) {
        if (gone.isEmpty()) {
            return;
        }
        step.addBeside(
                graveyard, gone.select(Names.columns(versions.ofADeath())).distinct(), range);
    }

    /** Without rows that a remembered delete outlives; deletes themselves stay. */
    Dataset<Row> without(Dataset<Row> latest) {
        return dead().map(dead -> latest.as("fresh")
                        .join(
                                dead.as("dead"),
                                expr(Versions.there("fresh") + " AND " + versions.sameKey("dead", "fresh") + " AND "
                                        + versions.outlives("dead", "fresh")),
                                "left_anti"))
                .orElse(latest);
    }

    /** Every remembered delete of the keys of some rows. */
    Optional<Dataset<Row>> ofKeysIn(Dataset<Row> rows) {
        return dead().map(dead ->
                dead.as("dead").join(rows.as("fresh"), expr(versions.sameKey("dead", "fresh")), "left_semi"));
    }

    private Optional<Dataset<Row>> dead() {
        return step.has(graveyard) ? Optional.of(step.tables().read(graveyard).where(range.holds())) : Optional.empty();
    }
}
