package dev.knet.reach.read;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Calico's language for selectors. */
final class SelectorTextTest {
    private static boolean matches(String selector, String labels) throws SelectorText.Wrong {
        Map<String, String> map = new TreeMap<>();
        for (String label : labels.isEmpty() ? new String[0] : labels.split(",")) {
            map.put(label.split("=", -1)[0], label.split("=", -1)[1]);
        }
        return SelectorText.parse(selector).matches(map);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '#',
            value = {
                "a == 'x'                       ; a=x     ; true",
                "a == 'x'                       ; a=y     ; false",
                "a==\"x\"                       ; a=x     ; true",
                "a != 'x'                       ; ##      ; true",
                "a in {'x', 'y'}                ; a=y     ; true",
                "a in {}                        ; a=y     ; false",
                "a not in {'x'}                 ; ##      ; true",
                "a not in {'x'}                 ; a=x     ; false",
                "has(a)                         ; a=      ; true",
                "!has(a)                        ; a=x     ; false",
                "a contains 'b'                 ; a=abc   ; true",
                "a contains 'b'                 ; ##      ; false",
                "a starts with 'ab'             ; a=abc   ; true",
                "a ends with 'ab'               ; a=abc   ; false",
                "all()                          ; ##      ; true",
                "##                             ; ##      ; true",
                "!!all()                        ; ##      ; true",
                "a == 'x' || b == 'y' && c == 'z' ; a=x   ; true",
                "(a == 'x' || b == 'y') && c == 'z' ; a=x ; false",
                "!(a == 'x') && has(b)          ; b=1     ; true",
                "a == 'it is \"quoted\"'        ; a=it is \"quoted\" ; true",
                "example.com/a-b_c.d == 'x'     ; example.com/a-b_c.d=x ; true",
            })
    void matching(String selector, String labels, boolean expected) throws SelectorText.Wrong {
        assertThat(matches(selector, labels)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '#',
            value = {
                "a                  ; has its end where a label should be",
                "a ==               ; has its end where a text in quotes should be",
                "a == x             ; has `x` where a text in quotes should be",
                "a == 'x            ; has a quote without an end",
                "a = 'x'            ; has `= 'x'` where a label should be",
                "a like 'x'         ; has `like`, which is no way to compare `a`",
                "a starts 'x'       ; has `'x'` where a label should be",
                "a in 'x'           ; has `'x'` where `{` should be",
                "a in {'x' 'y'}     ; has `'y'}` where `,` should be",
                "none()             ; has `none()`, which is none of `all()`, `global()` and `has(label)`",
                "(a == 'x'          ; has its end where `)` should be",
                "a == 'x')          ; has `)` where `&&`, `||` or the end should be",
                "a == 'x' && || b   ; has `|| b` where a label should be",
            })
    void wrong(String selector, String why) {
        assertThatThrownBy(() -> SelectorText.parse(selector))
                .isInstanceOf(SelectorText.Wrong.class)
                .hasMessage(why);
    }

    @Test
    void hostileTexts() throws SelectorText.Wrong {
        assertThatThrownBy(() -> SelectorText.parse("a".repeat(1025))).hasMessage("is longer than 1024 characters");
        assertThatThrownBy(() -> SelectorText.parse("(".repeat(1000))).hasMessage("is nested too deeply");
        assertThat(SelectorText.parse("!".repeat(1016) + "has(a)").matches(Map.of()))
                .isFalse();
    }
}
