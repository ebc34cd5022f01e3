package com.turanmart.lakehouse.core.conf;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** L8: no secret in a configuration, and none in what is said about it. */
class SecretsTest {
    private static final String REMEDY =
            ". Take it out, replace it where it is valid, and hand it over by the environment";

    @TempDir
    private Path path;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "# key AKIA" + "ABCDEFGHIJKLMNOP|an AWS access key id",
                "# aws_secret_access_key = wJalrXUtnFEMIabcdefghij|a password or key",
                "# password: hunter2|a password or key",
                "spark: {spark.hadoop.fs.s3a.secret.key: hunter2}|a password or key",
                "password: hunter2|a password or key",
                "# -----BEGIN RSA PRIVATE" + " KEY-----|a private key",
                "# https://shop:hunter2@db.example.com/orders|a user and password in an address"
            })
    void isToldAloneAndNeverQuoted(String line, String form) {
        var folder = new SoundFolder(path);
        folder.write(SoundFolder.LOCAL, folder.text(SoundFolder.LOCAL) + line + "\n");

        assertThat(folder.problems())
                .containsExactly("env/local.yaml:4: a secret in clear text, it looks like " + form + REMEDY);
    }

    @Test
    void isFoundInCommentsOfSqlAndInFilesThatNobodyReads() {
        var folder = new SoundFolder(path);
        folder.write(SoundFolder.SQL, "-- password = hunter2\n" + folder.text(SoundFolder.SQL))
                .write("deploy/cron.txt", "AWS_SECRET_ACCESS_KEY=hunter2\n");

        assertThat(folder.problems())
                .containsExactly(
                        "deploy/cron.txt:1: a secret in clear text, it looks like a password or key" + REMEDY,
                        "sql/gold/sales_daily.sql:1: a secret in clear text, it looks like a password or key" + REMEDY);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "# Passwords are handed over by the environment.",
                "# a token is not a secret here",
                "# https://s3.eu-central-1.amazonaws.com",
                "# password: ${FROM_THE_ENVIRONMENT}",
                "# mail somebody@example.com"
            })
    void isNotSeenInPlainWords(String line) {
        var folder = new SoundFolder(path);
        folder.write(SoundFolder.LOCAL, folder.text(SoundFolder.LOCAL) + line + "\n");

        assertThat(folder.problems()).isEmpty();
    }
}
