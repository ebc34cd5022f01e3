package com.turanmart.lakehouse.core.conf;

import java.util.List;

/**
 * What one file declares, with the places of its keys. A key that could not be read has been reported already and
 * holds some value of its type; whoever draws conclusions from it asks {@link #sound} first.
 */
public final class Declared<T> {
    private final T value;
    private final String stem;
    private final Places places;

    Declared(T value, String stem, Places places) {
        this.value = value;
        this.stem = stem;
        this.places = places;
    }

    public T value() {
        return value;
    }

    /** The name of the file, without folders and extension. */
    public String stem() {
        return stem;
    }

    public String file() {
        return places.of(List.of()).file();
    }

    /** Whether a key and all below it was read without a problem. */
    public boolean sound(String... path) {
        return places.sound(List.of(path));
    }

    /** Whether a list was read and none of its items was left out; single keys of an item may still be unsound. */
    public boolean complete(String list) {
        return places.sound(List.of(list, Places.LEFT_OUT));
    }

    /** A problem at a key; at the thing around it when the key was not written. */
    public Problem problem(String text, String... path) {
        return places.of(List.of(path)).problem(text);
    }

    /** The same declaration, as the kind of table that it is. */
    public <S> Declared<S> as(Class<S> kind) {
        return new Declared<>(kind.cast(value), stem, places);
    }
}
