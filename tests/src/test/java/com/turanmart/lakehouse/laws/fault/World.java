package com.turanmart.lakehouse.laws.fault;

import com.turanmart.lakehouse.pipeline.LakehouseUnderTest;
import com.turanmart.lakehouse.shop.Dirt;
import com.turanmart.lakehouse.shop.Shop;
import com.turanmart.lakehouse.shop.ShopPlan;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;

/** One lakehouse of clean nights, and copies of it in which a night goes wrong. */
final class World {
    static final long SEED = Long.getLong("lakehouse.seed", 26);
    static final int ORDERS = 150;
    /** A Saturday, so that the night of the faults is a Monday, on which everything lands. */
    static final LocalDate FIRST = LocalDate.of(2026, 1, 24);

    static final LocalDate FAULTY = FIRST.plusDays(9);

    private static final ShopPlan PLAN = new ShopPlan(FIRST, ORDERS, SEED, Dirt.SOME, Shop.ALL);

    private final Path clean;
    private final Path base;
    private final Path copies;
    private final Map<Set<String>, Before> befores = new HashMap<>();
    private final Map<Right.Of, Right> rights = new HashMap<>();
    private int copied;

    /** A lakehouse as it is before a night with a fault. */
    private record Before(Path root, SortedMap<String, Marts.Version> marts) {}

    /** A night without the fault. */
    private record Right(Seen seen, SortedMap<String, String> rows) {
        record Of(Set<String> sent, LocalDate last) {}
    }

    private record Night(Path root, LakehouseUnderTest lakehouse, Seen seen) {}

    World(Path folder) throws IOException {
        clean = folder.resolve("clean");
        base = folder.resolve("base");
        copies = folder.resolve("copies");
        Copies.delete(copies);
    }

    CleanNight clean(LocalDate day) {
        new Shop(PLAN).land(clean, day);
        var report = lakehouse(clean).run(day);
        return CleanNight.of(day, report.seconds(), Seen.in(report));
    }

    /** What becomes of faults that are planted in one night. */
    List<Finding> judge(List<Fault> faults) throws IOException {
        var one = faults.get(0);
        var last = FAULTY.plusDays(one.days() - 1L);
        var right = right(one.sent(), last);
        var night = night(
                one.sent(),
                last,
                landed -> faults.forEach(fault -> fault.planted().accept(landed)));
        var seen = night.seen().without(right.seen());
        var wrong = wrong(before(one.sent()).marts(), night.lakehouse(), right.rows());
        Copies.delete(night.root());
        if (faults.size() == 1) {
            return List.of(Finding.alone(one, seen, wrong));
        }
        var figuresMove =
                faults.stream().anyMatch(fault -> fault.expected().kind().mayMoveFigures());
        return faults.stream()
                .map(fault -> Finding.shared(fault, seen, figuresMove ? List.of() : wrong))
                .toList();
    }

    private Right right(Set<String> sent, LocalDate last) throws IOException {
        var of = new Right.Of(sent, last);
        if (!rights.containsKey(of)) {
            var night = night(sent, last, landed -> {});
            requireSound(night.seen());
            var rows = new TreeMap<String, String>();
            Marts.of(night.lakehouse()).keySet().forEach(mart -> rows.put(mart, Marts.rows(night.lakehouse(), mart)));
            rights.put(of, new Right(night.seen(), rows));
        }
        return rights.get(of);
    }

    private Night night(Set<String> sent, LocalDate last, Consumer<Landed> planted) throws IOException {
        var root = copy(before(sent).root());
        for (var day : FAULTY.datesUntil(last.plusDays(1)).toList()) {
            shop(day.equals(FAULTY) ? sent : Shop.ALL).land(root, day);
            planted.accept(new Landed(root, day, (int) ChronoUnit.DAYS.between(FIRST, day)));
        }
        var lakehouse = lakehouse(root);
        return new Night(root, lakehouse, Seen.in(lakehouse.run(last)));
    }

    /** All else of the day has come in before: what a fault does not concern costs no night anything. */
    private Before before(Set<String> sent) throws IOException {
        if (!befores.containsKey(sent)) {
            var root = copy(base());
            var others = Sources.allBut(sent);
            if (!others.isEmpty()) {
                shop(others).land(root, FAULTY);
                lakehouse(root).run(FAULTY);
            }
            befores.put(sent, new Before(root, Marts.of(lakehouse(root))));
        }
        return befores.get(sent);
    }

    /** The days before in one run, as that is what all but the comparisons with earlier nights go by. */
    private Path base() throws IOException {
        if (Files.notExists(base)) {
            var root = copies.resolve("base");
            FIRST.datesUntil(FAULTY).forEach(day -> new Shop(PLAN).land(root, day));
            requireSound(Seen.in(lakehouse(root).run(FAULTY.minusDays(1))));
            Past.invent(root);
            Files.move(root, base);
        }
        return base;
    }

    private static void requireSound(Seen withoutFault) {
        if (!withoutFault.isPublished()) {
            throw new IllegalStateException("A night without a fault does not pass: " + withoutFault);
        }
    }

    private static List<String> wrong(
            SortedMap<String, Marts.Version> before, LakehouseUnderTest after, SortedMap<String, String> right) {
        return Marts.of(after).entrySet().stream()
                .filter(mart -> !mart.getValue().equals(before.get(mart.getKey())))
                .map(Map.Entry::getKey)
                .filter(mart -> !Marts.rows(after, mart).equals(right.get(mart)))
                .toList();
    }

    /** Never a path twice: Delta remembers what it has read there. */
    private Path copy(Path from) throws IOException {
        var copy = copies.resolve(Integer.toString(++copied));
        Copies.of(from, copy);
        return copy;
    }

    private static Shop shop(Set<String> datasets) {
        return new Shop(PLAN.landing(datasets));
    }

    private static LakehouseUnderTest lakehouse(Path root) {
        return LakehouseUnderTest.inFolder(LakehouseUnderTest.CONF, root);
    }
}
