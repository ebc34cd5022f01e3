package com.turanmart.lakehouse.core.inspection;

import com.turanmart.lakehouse.core.conf.Declarations;
import com.turanmart.lakehouse.core.conf.Inspection;
import com.turanmart.lakehouse.core.conf.Problem;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/** Settings that would lose data silently, or that hold a secret. */
public final class SparkSettings implements Inspection {
    private static final Pattern CREDENTIAL =
            Pattern.compile("secret|password|token|access\\.key|encryption\\.key|credential", Pattern.CASE_INSENSITIVE);

    @Override
    public void inspect(Declarations declared, Consumer<Problem> problems) {
        var environment = declared.environment();
        environment
                .value()
                .spark()
                .forEach((key, value) -> refused(key, value)
                        .ifPresent(reason -> problems.accept(
                                environment.problem("refused setting '" + key + "': " + reason, "spark", key))));
    }

    private static Optional<String> refused(String key, String value) {
        var word = value.toLowerCase(Locale.ROOT);
        if (key.endsWith("fs.s3a.performance.flags") && (word.contains("create") || word.contains("*"))) {
            return Optional.of("with 'create' two writers overwrite each other's commits");
        }
        if (key.matches("(?i)spark\\.sql\\.files\\.ignore(Corrupt|Missing)Files") && word.equals("true")) {
            return Optional.of("files that cannot be read would be left out without a word");
        }
        if (CREDENTIAL.matcher(key).find() && !key.endsWith(".provider")) {
            return Optional.of("credentials come from the SDK's default chain, never from a file");
        }
        return Optional.empty();
    }
}
