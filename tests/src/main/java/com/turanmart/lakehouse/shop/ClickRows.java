package com.turanmart.lakehouse.shop;

import java.io.IOException;
import java.time.LocalDate;

/** Writes events, whole and broken, into one file. */
final class ClickRows {
    private final Clicks clicks;
    private final LandingFile file;
    private final JsonRow row = new JsonRow();
    private final JsonRow context = new JsonRow();

    ClickRows(Clicks clicks, LandingFile file) {
        this.clicks = clicks;
        this.file = file;
    }

    void write(LocalDate day, int index) throws IOException {
        Click click = clicks.at(day, index);
        start(click, click.id()).utc("occurred_at", click.at());
        file.line(end(click));
    }

    void writeHalf(LocalDate day, int index) throws IOException {
        Click click = clicks.at(day, index);
        start(click, "ghost-" + click.id()).utc("occurred_at", click.at());
        CharSequence whole = end(click);
        file.line(whole.subSequence(0, whole.length() / 2));
    }

    void writeUntypable(LocalDate day, int index) throws IOException {
        Click click = clicks.at(day, index);
        start(click, "ghost-" + click.id()).field("occurred_at", "yesterday");
        file.line(end(click));
    }

    private JsonRow start(Click click, String id) {
        row.start().field("event_id", id).field("session_id", click.session());
        if (click.customer() == 0) {
            row.missing("customer_id");
        } else {
            row.field("customer_id", click.customer());
        }
        row.field("event", click.event()).field("country", click.country());
        if (click.product() != 0) {
            row.field("product_id", click.product());
        }
        return row;
    }

    private CharSequence end(Click click) {
        context.start().field("device", click.device()).field("app_version", click.version());
        return row.json("context", context.end()).end();
    }
}
