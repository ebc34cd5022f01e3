package com.turanmart.lakehouse.pipeline;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.turanmart.lakehouse.core.conf.TableName;
import com.turanmart.lakehouse.core.table.TableVersion;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One state of all tables of a group that readers may see together; docs/publications.md says what each field means.
 *
 * @param id counted from 1 within the group
 * @param tables every table of the group, also those that had nothing new
 * @param inputs what they stand on
 * @param restores the earlier publication that this one brings back
 */
public record Publication(
        String group,
        long id,
        Optional<Long> previous,
        String run,
        LocalDate date,
        Instant publishedAt,
        List<TableVersion> tables,
        List<TableVersion> inputs,
        Optional<Restored> restores) {
    private static final JsonMapper JSON = JsonMapper.builder()
            .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
            .enable(SerializationFeature.INDENT_OUTPUT)
            .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    /** An earlier publication that somebody has brought back. */
    public record Restored(long id, String reason, String by) {}

    @JsonPropertyOrder
    private record Json(
            int schema,
            String group,
            long id,
            @Nullable Long previous,
            String run,
            String date,
            String publishedAt,
            List<JsonTable> tables,
            List<JsonTable> inputs,
            @Nullable Restored restores) {}

    @JsonPropertyOrder
    private record JsonTable(String table, String id, long version) {
        static JsonTable of(TableVersion version) {
            return new JsonTable(version.table().toString(), version.id(), version.version());
        }

        TableVersion toVersion() {
            return new TableVersion(TableName.parse(table), id, version);
        }
    }

    String toJson() {
        var json = new Json(
                1,
                group,
                id,
                previous.orElse(null),
                run,
                date.toString(),
                publishedAt.toString(),
                tables.stream().map(JsonTable::of).toList(),
                inputs.stream().map(JsonTable::of).toList(),
                restores.orElse(null));
        try {
            return JSON.writeValueAsString(json);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a publication is always JSON", e);
        }
    }

    /** Empty when the text is no whole record: whoever wrote it did not come to its end. */
    static Optional<Publication> parse(String text) {
        Json json;
        try {
            json = JSON.readValue(text, Json.class);
        } catch (JsonProcessingException e) {
            return Optional.empty();
        }
        return Optional.of(new Publication(
                json.group(),
                json.id(),
                Optional.ofNullable(json.previous()),
                json.run(),
                LocalDate.parse(json.date()),
                Instant.parse(json.publishedAt()),
                json.tables().stream().map(JsonTable::toVersion).toList(),
                json.inputs().stream().map(JsonTable::toVersion).toList(),
                Optional.ofNullable(json.restores())));
    }
}
