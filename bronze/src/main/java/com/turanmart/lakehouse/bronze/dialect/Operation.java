package com.turanmart.lakehouse.bronze.dialect;

/** What happened to a row. */
public enum Operation {
    INSERT("I"),
    UPDATE("U"),
    DELETE("D");

    private final String letter;

    Operation(String letter) {
        this.letter = letter;
    }

    /** As bronze writes it. */
    public String letter() {
        return letter;
    }
}
