package com.turanmart.lakehouse.laws;

import static com.turanmart.lakehouse.pipeline.LibraryLoans.MONDAY;
import static com.turanmart.lakehouse.pipeline.LibraryLoans.TUESDAY;
import static org.assertj.core.api.Assertions.assertThat;

import com.turanmart.lakehouse.core.fault.ExitCode;
import com.turanmart.lakehouse.pipeline.LibraryLoans;
import com.turanmart.lakehouse.pipeline.LibraryLoans.Loan;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/** A library after its first night, with a second delivery in which every kind of row is: new, changed and broken. */
final class TwoDeliveries {
    private TwoDeliveries() {}

    static LibraryLoans in(Path folder) {
        return in(new LibraryLoans(folder));
    }

    static LibraryLoans in(LibraryLoans library) {
        library.tables();
        library.deliver(MONDAY, "east.csv", new Loan(1, "east", MONDAY, 100, 1), new Loan(2, "west", MONDAY, 50, 1));
        assertThat(library.run(MONDAY).exitCode()).isEqualTo(ExitCode.DONE);
        library.deliver(TUESDAY, "east.csv", new Loan(2, "west", MONDAY, 75, 2), new Loan(3, "east", TUESDAY, 5, 1));
        return library.deliver(
                TUESDAY,
                "odd.csv",
                "loan_id,branch,lent_on,fee_cents,version\n4,east\n5,north,2026-05-05,1,1\n6,east,soon,1,1\n"
                        .getBytes(StandardCharsets.UTF_8));
    }

    static void areThereOnce(LibraryLoans library) {
        assertThat(library.mart()).isEqualTo(library.truth());
        assertThat(library.tables().count("bronze.desk_loans")).isEqualTo(6);
        assertThat(library.tables().count("quarantine.bronze_desk_loans")).isEqualTo(1);
        assertThat(library.tables().count("silver.loans")).isEqualTo(3);
        assertThat(library.tables().count("quarantine.silver_loans")).isEqualTo(2);
    }
}
