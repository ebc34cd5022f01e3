package com.turanmart.lakehouse.silver.value;

import com.turanmart.lakehouse.core.conf.NormalForm;
import java.net.IDN;
import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** Texts in the one form that is declared for them. */
final class NormalText {
    private static final Pattern EMAIL = Pattern.compile("[^\\s@]+@[^\\s@.]+(\\.[^\\s@.]+)+");
    private static final int LONGEST_EMAIL = 254;
    /** What people put between the digits of a phone number. */
    private static final Pattern BETWEEN_DIGITS = Pattern.compile("[ \\t\\u00A0().\\-/]");

    private static final Pattern DIALLED = Pattern.compile("\\+?[0-9]{4,20}");
    private static final Pattern E164 = Pattern.compile("[1-9][0-9]{6,14}");

    private NormalText() {}

    /** Empty when the text is none of its kind. */
    static Optional<String> of(NormalForm form, String text) {
        if (form instanceof NormalForm.Email) {
            return email(text);
        }
        if (form instanceof NormalForm.Phone phone) {
            return phone(phone, text);
        }
        return Optional.of(form instanceof NormalForm.Nfc ? Normalizer.normalize(text, Normalizer.Form.NFC) : text);
    }

    private static Optional<String> email(String text) {
        var address = Normalizer.normalize(text.strip(), Normalizer.Form.NFC).toLowerCase(Locale.ROOT);
        if (address.length() > LONGEST_EMAIL || !EMAIL.matcher(address).matches()) {
            return Optional.empty();
        }
        var at = address.indexOf('@');
        try {
            return Optional.of(
                    address.substring(0, at + 1) + IDN.toASCII(address.substring(at + 1), IDN.USE_STD3_ASCII_RULES));
        } catch (IllegalArgumentException noDomain) {
            return Optional.empty();
        }
    }

    private static Optional<String> phone(NormalForm.Phone home, String text) {
        var dialled = BETWEEN_DIGITS.matcher(text).replaceAll("");
        return DIALLED.matcher(dialled).matches()
                ? digits(home, dialled).filter(digits -> isNumber(home, digits)).map(digits -> "+" + digits)
                : Optional.empty();
    }

    private static Optional<String> digits(NormalForm.Phone home, String dialled) {
        if (dialled.startsWith("+")) {
            return Optional.of(dialled.substring(1));
        }
        if (dialled.startsWith("00")) {
            return Optional.of(dialled.substring(2));
        }
        if (dialled.length() == home.nationalDigits()) {
            return Optional.of(home.callingCode() + dialled);
        }
        if (dialled.length() == home.callingCode().length() + home.nationalDigits()
                && dialled.startsWith(home.callingCode())) {
            return Optional.of(dialled);
        }
        return home.trunkPrefixes().stream()
                .filter(prefix ->
                        dialled.startsWith(prefix) && dialled.length() == prefix.length() + home.nationalDigits())
                .map(prefix -> home.callingCode() + dialled.substring(prefix.length()))
                .findFirst();
    }

    private static boolean isNumber(NormalForm.Phone home, String digits) {
        return E164.matcher(digits).matches()
                && (!digits.startsWith(home.callingCode())
                        || digits.length() == home.callingCode().length() + home.nationalDigits());
    }
}
