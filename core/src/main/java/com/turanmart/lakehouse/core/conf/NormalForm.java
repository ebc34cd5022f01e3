package com.turanmart.lakehouse.core.conf;

import java.io.Serializable;
import java.util.List;

/** One form for texts that mean the same. */
public sealed interface NormalForm extends Serializable {

    /** Every character stays. */
    record AsSent() implements NormalForm {}

    /** Unicode's composed form: a letter with its accent is one character. */
    record Nfc() implements NormalForm {}

    /** An e-mail address in small letters, its domain in ASCII. */
    record Email() implements NormalForm {}

    /** A phone number as E.164 writes it, +998901234567. */
    record Phone(
            @Key(says = "Calling code of numbers that are sent without one.", example = "\"998\"")
            String callingCode,

            @Key(says = "Digits of such a number after the calling code.", least = 4, example = "9")
            int nationalDigits,

            @Key(says = "What people dial before such a number at home.", otherwise = "[]", example = "[\"8\"]")
            List<String> trunkPrefixes)
            implements NormalForm {}
}
