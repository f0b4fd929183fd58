package io.github.datalab4j;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks an overload that uses types which Android API 21 does not have ({@code java.time}, {@code
 * java.nio.file}). Only code that runs on a newer platform calls it, so the check of the platform's
 * signatures skips it.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target({ElementType.METHOD, ElementType.CONSTRUCTOR, ElementType.TYPE})
@interface IgnoreJRERequirement {}
