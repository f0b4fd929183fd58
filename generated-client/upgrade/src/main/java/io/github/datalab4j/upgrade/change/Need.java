package io.github.datalab4j.upgrade.change;

/**
 * A class of the facade that rests on something that changes.
 *
 * @param className the class to look at
 * @param why what it uses the thing for
 * @param mustChange whether it has to be changed; else it works on as it is
 * @param exposed whether users of the facade see the thing through it
 */
public record Need(String className, String why, boolean mustChange, boolean exposed) {}
