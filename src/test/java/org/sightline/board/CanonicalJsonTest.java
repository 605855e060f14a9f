package org.sightline.board;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class CanonicalJsonTest {
    /** RFC 8785, appendix B. */
    @Test
    void numbersAreWrittenAsTheStandardSays() {
        assertEquals("0", CanonicalJson.number(-0.0));
        assertEquals("5e-324", CanonicalJson.number(Double.MIN_VALUE));
        assertEquals("1.7976931348623157e+308", CanonicalJson.number(Double.MAX_VALUE));
        assertEquals("9007199254740992", CanonicalJson.number(9007199254740992d));
        assertEquals("295147905179352830000", CanonicalJson.number(295147905179352830000d));
        assertEquals("9.999999999999997e+22", CanonicalJson.number(9.999999999999997e22));
        assertEquals("1e+23", CanonicalJson.number(1e23));
        assertEquals("999999999999999700000", CanonicalJson.number(999999999999999700000d));
        assertEquals("1e+21", CanonicalJson.number(1e21));
        assertEquals("9.999999999999997e-7", CanonicalJson.number(9.999999999999997e-7));
        assertEquals("0.000001", CanonicalJson.number(0.000001));
        assertEquals("333333333.3333332", CanonicalJson.number(333333333.3333332));
        assertEquals("-0.0000033333333333333333", CanonicalJson.number(-0.0000033333333333333333));
        assertEquals("1424953923781206.2", CanonicalJson.number(1424953923781206.2));
    }

    /** RFC 8785, clause 3.2.3. */
    @Test
    void keysAreSortedAndTextIsEscapedAsTheStandardSays() {
        String given = "{\"numbers\":[333333333.33333329,1E30,4.50,2e-3,0.000000000000000000000000001],"
                + "\"string\":\"\\u20ac$\\u000F\\u000aA'\\u0042\\u0022\\u005c\\\\\\\"\\/\",\"literals\":[null,true,false]}";
        assertEquals(
                "{\"literals\":[null,true,false],\"numbers\":[333333333.3333333,1e+30,4.5,0.002,1e-27],"
                        + "\"string\":\"€$\\u000f\\nA'B\\\"\\\\\\\\\\\"/\"}",
                CanonicalJson.write(CanonicalJson.read(given)));
    }
}
