package org.sightline;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class XDisplayTest {

    @Test
    void noNameIsNoDisplay() {
        assertFalse(XDisplay.named("").isThere());
        assertFalse(XDisplay.named("  ").isThere());
    }

    @Test
    void localNameThatNobodyListensToIsNoDisplay() {
        assertFalse(XDisplay.named(":8642").isThere());
        assertFalse(XDisplay.named("unix:8642.0").isThere());
    }

    @Test
    void displayOfAnotherMachineIsTakenAtItsWord() {
        assertTrue(XDisplay.named("desk.example:10.0").isThere());
    }
}
