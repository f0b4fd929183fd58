package io.github.datalab4j.generator.naming;

import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.Set;
import java.util.regex.Pattern;

/** Names that generated code must not give away. Fixed lists: no JDK or library decides a name. */
final class ReservedNames {
  /** Keywords of Java and hard keywords of Kotlin, and what would hide members of every object. */
  static final Set<String> MEMBERS =
      set(
          "abstract assert boolean break byte case catch char class const continue default do double"
              + " else enum extends final finally float for goto if implements import instanceof int"
              + " interface long native new package private protected public return short static"
              + " strictfp super switch synchronized this throw throws transient try void volatile"
              + " while true false null _ var yield record sealed permits",
          "as fun in is object typealias typeof val when",
          "clone equals finalize getClass hashCode notify notifyAll toString wait");

  private static final String JAVA_LANG =
      "AbstractMethodError Appendable ArithmeticException ArrayIndexOutOfBoundsException"
          + " ArrayStoreException AssertionError AutoCloseable Boolean BootstrapMethodError Byte"
          + " CharSequence Character Class ClassCastException ClassCircularityError"
          + " ClassFormatError ClassLoader ClassNotFoundException ClassValue"
          + " CloneNotSupportedException Cloneable Comparable Compiler Deprecated Double Enum"
          + " EnumConstantNotPresentException Error Exception ExceptionInInitializerError Float"
          + " FunctionalInterface IllegalAccessError IllegalAccessException IllegalCallerException"
          + " IllegalArgumentException IllegalMonitorStateException IllegalStateException"
          + " IllegalThreadStateException IncompatibleClassChangeError IndexOutOfBoundsException"
          + " InheritableThreadLocal InstantiationError InstantiationException Integer"
          + " InternalError InterruptedException Iterable LayerInstantiationException LinkageError"
          + " Long MatchException Math Module ModuleLayer NegativeArraySizeException"
          + " NoClassDefFoundError NoSuchFieldError NoSuchFieldException NoSuchMethodError"
          + " NoSuchMethodException NullPointerException Number NumberFormatException Object"
          + " OutOfMemoryError Override Package Process ProcessBuilder ProcessHandle Readable"
          + " Record ReflectiveOperationException Runnable Runtime RuntimeException"
          + " RuntimePermission SafeVarargs ScopedValue SecurityException SecurityManager Short"
          + " StackOverflowError StackTraceElement StackWalker StrictMath String StringBuffer"
          + " StringBuilder StringIndexOutOfBoundsException StringTemplate SuppressWarnings System"
          + " Thread ThreadDeath ThreadGroup ThreadLocal Throwable TypeNotPresentException"
          + " UnknownError UnsatisfiedLinkError UnsupportedClassVersionError"
          + " UnsupportedOperationException VerifyError VirtualMachineError Void WrongThreadException";

  private static final String GENERATED_AGAINST =
      "Body Call Callback Converter DELETE Field FieldMap FormUrlEncoded GET HEAD HTTP Header"
          + " HeaderMap Headers HttpException Invocation Multipart OPTIONS PATCH POST PUT Part"
          + " PartMap Path Query QueryMap QueryName Response ResponseBody Retrofit Streaming Tag"
          + " Url RequestBody MultipartBody MediaType OkHttpClient Request HttpUrl FormBody Cookie"
          + " Interceptor"
          + " Json JsonAdapter JsonClass JsonDataException JsonEncodingException JsonQualifier"
          + " JsonReader JsonWriter Moshi Types ToJson FromJson"
          + " Completable Flowable Maybe Observable Single Scheduler Disposable"
          + " NonNull NullMarked NullUnmarked Nullable Generated"
          + " ApiClient CookieParam NullableElements NullableResponse ParameterStyle"
          + " PlainTextResponse SentAs"
          + " Annotation ArrayList Arrays BigDecimal BigInteger Collection Collections Factory"
          + " HashMap IOException LinkedHashMap List Locale Map Objects ParameterizedType Set Type"
          + " BitSet WildcardType"
          + " Builder Known";

  /** Names that Windows gives to no file. */
  private static final Pattern DEVICE = Pattern.compile("(?i)con|prn|aux|nul|(com|lpt)[0-9]");

  /** Simple names of {@code java.lang} and of all that generated code names without a package. */
  static final Set<String> TYPES = set(JAVA_LANG, GENERATED_AGAINST);

  private ReservedNames() {}

  static boolean isDevice(String name) {
    return DEVICE.matcher(name).matches();
  }

  private static Set<String> set(String... lists) {
    Set<String> names = new HashSet<>();
    for (String list : lists) {
      names.addAll(Arrays.asList(list.split(" ", -1)));
    }
    return Collections.unmodifiableSet(names);
  }
}
