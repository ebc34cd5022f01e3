package com.turanmart.lakehouse.core.inspection;

import com.turanmart.lakehouse.core.conf.BronzeTable;
import com.turanmart.lakehouse.core.conf.CompleteWhen;
import com.turanmart.lakehouse.core.conf.Declarations;
import com.turanmart.lakehouse.core.conf.Declared;
import com.turanmart.lakehouse.core.conf.Inspection;
import com.turanmart.lakehouse.core.conf.ManifestForm;
import com.turanmart.lakehouse.core.conf.Nearest;
import com.turanmart.lakehouse.core.conf.Problem;
import java.util.function.Consumer;

/** Markers and manifests that cannot be found beside their files, and control totals of columns that do not exist. */
public final class DeliveryForm implements Inspection {
    private static final String DATE = "{date}";

    @Override
    public void inspect(Declarations declared, Consumer<Problem> problems) {
        declared.tables(BronzeTable.class)
                .filter(table -> table.sound("landing"))
                .filter(table -> table.value().landing().path().split("\\{date}", -1).length == 2)
                .forEach(table -> inspect(table, problems));
    }

    private static void inspect(Declared<BronzeTable> table, Consumer<Problem> problems) {
        var when = table.value().landing().completeWhen();
        if (when instanceof CompleteWhen.Marker marker) {
            name(table, marker.name(), problems);
        }
        if (when instanceof CompleteWhen.Manifest manifest) {
            name(table, manifest.name(), problems);
            if (manifest.form() instanceof ManifestForm.Csv csv) {
                csv(table, csv, problems);
            }
        }
    }

    private static void name(Declared<BronzeTable> table, String name, Consumer<Problem> problems) {
        var path = table.value().landing().path();
        var folder = path.substring(0, path.lastIndexOf('/') + 1);
        if (name.contains("/")) {
            tell(table, problems, name, "expected a name without '/', in the folder of the files");
        } else if (folder.contains(DATE) && name.contains(DATE)) {
            tell(table, problems, name, "expected it without " + DATE + ", the folder tells the day");
        } else if (!folder.contains(DATE) && name.split("\\{date}", -1).length != 2) {
            tell(table, problems, name, "expected exactly one " + DATE + ", the folder does not tell the day");
        }
    }

    private static void csv(Declared<BronzeTable> table, ManifestForm.Csv csv, Consumer<Problem> problems) {
        if (csv.delimiter().length() != 1) {
            problems.accept(table.problem(
                    "invalid 'delimiter': found '" + csv.delimiter() + "', expected one character",
                    "landing",
                    "complete_when",
                    "form",
                    "delimiter"));
        }
        var columns = table.value().columns();
        csv.totals().forEach((total, column) -> {
            if (table.complete("columns") && !columns.contains(column)) {
                problems.accept(table.problem(
                        "control total '" + total + "' is the sum of '" + column + "', which is no column of the table"
                                + Nearest.of(column, columns)
                                        .map(near -> ". Did you mean '" + near + "'?")
                                        .orElse(""),
                        "landing",
                        "complete_when",
                        "form",
                        "totals",
                        total));
            }
        });
    }

    private static void tell(Declared<BronzeTable> table, Consumer<Problem> problems, String name, String said) {
        problems.accept(
                table.problem("invalid 'name': found '" + name + "', " + said, "landing", "complete_when", "name"));
    }
}
