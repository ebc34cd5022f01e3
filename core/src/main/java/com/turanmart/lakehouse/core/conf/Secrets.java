package com.turanmart.lakehouse.core.conf;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** Secrets in clear text, anywhere in a file. No message quotes one. */
final class Secrets {
    private static final Map<String, Pattern> FORMS = new TreeMap<>(
            Map.of(
                    "an AWS access key id", Pattern.compile("\\b(AKIA|ASIA)[A-Z0-9]{16}\\b"),
                    "a private key", Pattern.compile("-----BEGIN [A-Z ]*PRIVATE KEY-----"),
                    "a user and password in an address",
                            Pattern.compile("[a-z][a-z0-9+.-]*://[^\\s/@:'\"]+:[^\\s/@'\"]+@"),
                    "a password or key",
                            Pattern.compile(
                                    "(?i)\\b(password|passwd|secret|aws_secret_access_key|aws_session_token|secret[._]?key"
                                            + "|session[._]?token|api[._]?key|access[._]?key)['\"]?\\s*[:=]\\s*['\"]?[^\\s'\",{}<>$]")));

    private final Set<Problem> found = new TreeSet<>();
    private final Set<List<Object>> lines = new HashSet<>();

    void search(TextFile file) {
        var number = 0;
        for (var line : file.text(problem -> {}).orElse("").split("\n", -1)) {
            number++;
            for (var form : FORMS.entrySet()) {
                if (form.getValue().matcher(line).find() && lines.add(List.of(file.shown(), number))) {
                    found.add(
                            new Problem(
                                    file.shown(),
                                    number,
                                    "a secret in clear text, it looks like " + form.getKey()
                                            + ". Take it out, replace it where it is valid, and hand it over by the environment"));
                }
            }
        }
    }

    Set<Problem> problems() {
        return found;
    }

    /** What else is wrong with the line of a secret could quote the secret. */
    boolean hide(Problem problem) {
        return lines.contains(List.of(problem.file(), problem.line()));
    }
}
