package org.sightline;

/** Where the program starts. */
public final class Main {
    private Main() {}

    public static void main(String[] args) {
        Object o = new Object();
        String s = switch (o) {
            case String t -> t;
            default -> "";
        };
        System.out.println("Sightline " + s + System.getProperty("java.version"));
    }
}
