package com.turanmart.lakehouse.core.storage;

import com.turanmart.lakehouse.core.conf.ObjectStore;
import com.turanmart.lakehouse.core.fault.ExitCode;
import com.turanmart.lakehouse.core.fault.Refusal;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.util.Map;
import java.util.TreeMap;

/** The Hadoop settings of the S3A client for a declared store. */
final class S3A {
    private static final int CONNECT_MILLIS = 5000;

    private S3A() {}

    static Map<String, String> settings(ObjectStore store) {
        var settings = new TreeMap<String, String>();
        settings.put("fs.s3a.endpoint", store.endpoint());
        settings.put("fs.s3a.endpoint.region", store.region());
        settings.put("fs.s3a.path.style.access", String.valueOf(store.pathStyle()));
        settings.put(
                "fs.s3a.connection.ssl.enabled",
                String.valueOf(!store.endpoint().startsWith("http://")));
        // Credentials come from the process's surroundings only: there is no key for them that a file could hold.
        settings.put(
                "fs.s3a.aws.credentials.provider",
                "software.amazon.awssdk.auth.credentials.DefaultCredentialsProvider");
        // A wrong endpoint has to be told in seconds, not after half an hour of retries.
        settings.put("fs.s3a.attempts.maximum", "3");
        settings.put("fs.s3a.retry.limit", "4");
        settings.put("fs.s3a.connection.establish.timeout", "5s");
        // Paths and job data would else stand in the store's access log.
        settings.put("fs.s3a.audit.referrer.enabled", "false");
        return Map.copyOf(settings);
    }

    static void reach(String endpoint) {
        var address = URI.create(endpoint.contains("://") ? endpoint : "https://" + endpoint);
        var port = address.getPort() > 0 ? address.getPort() : "http".equals(address.getScheme()) ? 80 : 443;
        try (var socket = new Socket()) {
            socket.connect(new InetSocketAddress(address.getHost(), port), CONNECT_MILLIS);
        } catch (IOException e) {
            throw new Refusal(
                    ExitCode.SAFE_TO_RERUN,
                    "Cannot reach the object store at " + endpoint + ": " + e.getMessage()
                            + ". Check s3.endpoint (LAKEHOUSE_S3_ENDPOINT) and the network, then run again.",
                    e);
        }
    }
}
