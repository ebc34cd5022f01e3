package com.turanmart.lakehouse.shop;

import com.turanmart.lakehouse.core.fault.ExitCode;
import com.turanmart.lakehouse.core.fault.Refusal;
import com.turanmart.lakehouse.pipeline.cli.Subcommand;
import com.turanmart.lakehouse.pipeline.cli.Version;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code lakehouse shop}: lands the demo shop's files for some days and writes the truth behind them. */
@Command(
        name = "shop",
        description = "Lands the demo shop's files for some days and writes the truth behind them.",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class)
public final class ShopCommand implements Subcommand {
    private static final int MOST_DAYS = 3_650;

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec command;

    @Option(names = "--root", required = true, paramLabel = "DIR", description = "Where landing/ and truth/ go.")
    @SuppressWarnings("NullAway.Init")
    private Path root;

    @Option(names = "--from", required = true, paramLabel = "DATE", description = "The first day, as 2026-01-01.")
    @SuppressWarnings("NullAway.Init")
    private String from;

    @Option(names = "--days", required = true, paramLabel = "N", description = "How many days land.")
    private int days;

    @Option(names = "--orders-per-day", required = true, paramLabel = "N", description = "Orders of each day.")
    private int ordersPerDay;

    @Option(names = "--seed", required = true, paramLabel = "S", description = "Another seed, another shop.")
    private long seed;

    @Option(names = "--dirt", defaultValue = "some", paramLabel = "LEVEL", description = "none, some or heavy.")
    @SuppressWarnings("NullAway.Init")
    private String dirt;

    @Option(
            names = "--datasets",
            split = ",",
            paramLabel = "NAME",
            description = "Which data sets land, such as orders,payments; without it all of them.")
    private List<String> datasets = List.of();

    @Override
    public ExitCode call() {
        ShopPlan plan = plan();
        Shop shop = new Shop(plan);
        LocalDate last = plan.from().plusDays(days - 1L);
        try {
            for (LocalDate day = plan.from(); !day.isAfter(last); day = day.plusDays(1)) {
                shop.land(root, day);
                shop.truth(root, day);
            }
        } catch (UncheckedIOException cause) {
            throw refusal("--root: cannot write below " + root + ". Choose a folder that can be written.");
        }
        PrintWriter out = command.commandLine().getOut();
        out.printf(Locale.ROOT, "Landed %s to %s, %,d orders a day, dirt %s.%n", plan.from(), last, ordersPerDay, dirt);
        shop.datasets()
                .forEach(name -> out.println("  " + root.resolve("landing").resolve(name)));
        out.println("Truth for every day: " + root.resolve("truth"));
        out.flush();
        return ExitCode.DONE;
    }

    private ShopPlan plan() {
        if (days < 1 || days > MOST_DAYS) {
            throw refusal("--days: " + days + " is not possible. Choose 1 to " + MOST_DAYS + ".");
        }
        if (ordersPerDay < 1 || ordersPerDay > ShopPlan.MOST_ORDERS_PER_DAY) {
            throw refusal("--orders-per-day: " + ordersPerDay + " is not possible. Choose 1 to "
                    + ShopPlan.MOST_ORDERS_PER_DAY + ".");
        }
        if (Files.exists(root) && !Files.isDirectory(root)) {
            throw refusal("--root: " + root + " is a file. Choose a folder.");
        }
        return new ShopPlan(firstDay(), ordersPerDay, seed, level(), chosen());
    }

    private LocalDate firstDay() {
        try {
            return LocalDate.parse(from);
        } catch (DateTimeParseException cause) {
            throw refusal("--from: '" + from + "' is not a date. Write it as 2026-01-01.");
        }
    }

    private Dirt level() {
        return Arrays.stream(Dirt.values())
                .filter(level -> level.name().toLowerCase(Locale.ROOT).equals(dirt))
                .findFirst()
                .orElseThrow(() -> refusal("--dirt: '" + dirt + "' is not a level. Choose one of " + levels() + "."));
    }

    private Set<String> chosen() {
        Set<String> chosen = new TreeSet<>(datasets.isEmpty() ? Shop.ALL : List.of());
        for (String name : datasets) {
            chosen.add(Shop.ALL.stream()
                    .filter(whole -> whole.equals(name) || whole.endsWith("/" + name))
                    .findFirst()
                    .orElseThrow(() -> refusal("--datasets: '" + name + "' is not a data set. Choose some of "
                            + String.join(", ", new TreeSet<>(Shop.ALL)) + ".")));
        }
        return chosen;
    }

    private static String levels() {
        return Arrays.stream(Dirt.values())
                .map(level -> level.name().toLowerCase(Locale.ROOT))
                .collect(Collectors.joining(", "));
    }

    private static Refusal refusal(String message) {
        return new Refusal(ExitCode.WRONG_CALL, message);
    }
}
