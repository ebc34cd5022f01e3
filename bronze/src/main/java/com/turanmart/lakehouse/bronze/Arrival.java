package com.turanmart.lakehouse.bronze;

import java.util.List;
import java.util.stream.Stream;

/**
 * What has come for one bronze table.
 *
 * @param deliveries complete and, as far as can be known before their rows are read, as their senders say they are
 * @param repeated files whose content is known under another name: recorded, not loaded
 * @param complaints why something that lies there is not taken in, one line each
 * @param awaited what should be there and is not
 */
public record Arrival(
        List<Delivery> deliveries, List<LandedFile> repeated, List<String> complaints, List<Awaited> awaited) {

    List<LandedFile> fresh() {
        return deliveries.stream()
                .flatMap(delivery -> delivery.files().stream())
                .toList();
    }

    Arrival and(List<String> further) {
        return new Arrival(
                deliveries,
                repeated,
                Stream.concat(complaints.stream(), further.stream()).toList(),
                awaited);
    }
}
